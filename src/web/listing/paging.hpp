#pragma once
// Which rows of a long list are on a page.

namespace openmasa::listing {

inline constexpr int rows_a_page = 50;

struct Paging {
    int page = 1;  // from 1
    int pages = 1; // at least 1
    int rows = 0;  // in all

    int first() const { return rows == 0 ? 0 : (page - 1) * rows_a_page + 1; }
    int last() const { return page == pages ? rows : page * rows_a_page; }
    int offset() const { return (page - 1) * rows_a_page; }
};

/// A page that does not exist becomes the nearest one that does.
inline Paging paging(int asked, int rows) {
    const int pages = rows <= rows_a_page ? 1 : (rows + rows_a_page - 1) / rows_a_page;
    const int page = asked < 1 ? 1 : asked > pages ? pages : asked;
    return {page, pages, rows};
}

} // namespace openmasa::listing
