#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"
#include <vector>

namespace openmasa::ui {

/// One filter in use. `href` is the same list without it.
struct SelectedFilter {
    std::string text{};
    std::string href{};
};

/// The filters in use of one kind: "Status", "Owner".
struct FilterCategory {
    Content heading{};
    std::vector<SelectedFilter> items{};
};

struct SelectedFilters {
    Content heading = "Selected filters";
    std::string clear_text = "Clear filters";
    std::string clear_href{};
    std::vector<FilterCategory> categories{};
};

/// What a list is narrowed by, after the Ministry of Justice's component of that name. The page
/// puts it in its form: `options` are the fields, the button sends them.
struct Filter {
    Content heading = "Filter";
    std::optional<SelectedFilters> selected{};
    Html options{};
    std::string submit_text = "Apply filters";
    Attributes submit_attributes{};
    Attributes attributes{};
};

Html filter(const Filter& filter);

} // namespace openmasa::ui
