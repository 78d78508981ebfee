#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"
#include <vector>

namespace openmasa::ui {

/// One place on the way; without `href` it is the page itself.
struct Breadcrumb {
    Content text{};
    std::string href{};
    Attributes attributes{};
};

/// Where this page stands: breadcrumbs({.items = {{"Plan", "/plan"}, {"Families First"}}}).
struct Breadcrumbs {
    std::vector<Breadcrumb> items{};
    std::string label = "Breadcrumb";
    bool collapse_on_mobile = false;
    std::string classes{};
    Attributes attributes{};
};

Html breadcrumbs(const Breadcrumbs& breadcrumbs);

} // namespace openmasa::ui
