#include "web/listing/page_links.hpp"
#include "web/ui/pagination.hpp"
#include <cstdlib>

namespace openmasa::listing {

Html page_links(const Paging& paging, const std::function<std::string(int)>& address) {
    if (paging.pages == 1) return {};
    ui::Pagination links;
    if (paging.page > 1) links.previous = {.href = address(paging.page - 1)};
    if (paging.page < paging.pages) links.next = {.href = address(paging.page + 1)};
    bool gap = false;
    for (int number = 1; number <= paging.pages; ++number) {
        const bool shown =
            number == 1 || number == paging.pages || std::abs(number - paging.page) <= 1;
        if (shown)
            links.items.push_back({.number = std::to_string(number),
                                   .href = address(number),
                                   .current = number == paging.page});
        else if (!gap)
            links.items.push_back({.ellipsis = true});
        gap = !shown;
    }
    return ui::pagination(links);
}

} // namespace openmasa::listing
