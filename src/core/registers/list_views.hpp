#pragma once
// A register's list as a page: views, filters, the table with the columns that were chosen,
// downloads of the same rows and columns. Ready data only.
#include "core/registers/counts.hpp"
#include "core/views/strip.hpp"
#include "web/html.hpp"
#include "web/listing/paging.hpp"

namespace openmasa::registers {

struct ListPage {
    const Register& which;
    /// Where it is, without a query.
    std::string address;
    Selection selection;
    listing::Paging paging;
    /// Those of this page.
    std::vector<Cells> rows;
    /// How many there are without any filter, and which values they have.
    int all = 0;
    std::vector<FilterValue> values;
    /// How many rows each of the register's fixed views has.
    std::vector<int> in_fixed_views;
    views::Strip views;
    /// The register as it was on an earlier day.
    bool is_past = false;
    /// What is said where there are no rows at all.
    std::string none;
    /// What else can be done with the list: links, each a <li>.
    Html more;
};

Html list_view(const ListPage& page);

} // namespace openmasa::registers
