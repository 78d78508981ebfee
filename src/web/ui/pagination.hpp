#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"
#include <vector>

namespace openmasa::ui {

/// The way to the page before or after. `label` says what is there, where the two stand alone.
struct PaginationLink {
    std::string href{};
    Content text{}; // unless given, "Previous page" or "Next page"
    std::string label{};
    Attributes attributes{};
};

/// One numbered page, or the gap between two of them.
struct PaginationItem {
    std::string number{};
    std::string href{};
    bool current = false;
    bool ellipsis = false;
    std::string aria_label{}; // unless given, "Page " and the number
    Attributes attributes{};
};

struct Pagination {
    std::optional<PaginationLink> previous{};
    std::optional<PaginationLink> next{};
    std::vector<PaginationItem> items{}; // without them the two links stand one above the other
    std::string label = "Pagination";
    std::string classes{};
    Attributes attributes{};
};

Html pagination(const Pagination& pagination);

} // namespace openmasa::ui
