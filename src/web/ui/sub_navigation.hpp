#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"
#include <vector>

namespace openmasa::ui {

struct SubNavigationItem {
    Content text{};
    std::string href{};
    bool active = false;
    std::string classes{};
    Attributes attributes{};
};

/// The sides of one thing, under its heading: Actions, Priorities, Impact. After the Ministry of
/// Justice's component of that name. `label` names the landmark.
struct SubNavigation {
    std::vector<SubNavigationItem> items{};
    std::string label = "Secondary navigation region";
    std::string classes{};
    Attributes attributes{};
};

Html sub_navigation(const SubNavigation& navigation);

} // namespace openmasa::ui
