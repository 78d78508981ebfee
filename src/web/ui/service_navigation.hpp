#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"
#include <vector>

namespace openmasa::ui {

/// One of the places. `current` is this very page, `active` the part of the service it belongs to.
struct NavigationItem {
    Content text{};
    std::string href{};
    bool current = false;
    bool active = false;
    Attributes attributes{};
};

/// Markup of our own at its fixed places.
struct NavigationSlots {
    Html start{};
    Html end{};
    bool end_stands_inline = false;
    Html navigation_start{};
    Html navigation_end{};
};

/// The name of the service and its places, under the header.
struct ServiceNavigation {
    std::string name{};
    std::string name_href{};
    std::vector<NavigationItem> items{};
    std::string label = "Service information"; // of the section that a name or a slot makes
    std::string navigation_id = "navigation";
    std::string navigation_label{}; // unless given, the menu button's words
    std::string navigation_classes{};
    std::string menu_button_text = "Menu";
    std::string menu_button_label{};
    std::optional<bool> collapse_on_mobile{}; // unless given, when there is more than one item
    NavigationSlots slots{};
    std::string classes{};
    Attributes attributes{};
};

Html service_navigation(const ServiceNavigation& navigation);

} // namespace openmasa::ui
