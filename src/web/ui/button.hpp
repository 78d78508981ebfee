#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// A button, or a link that looks like one where `href` is given.
/// Name it by its effect: "Save the revised plan".
struct Button {
    Content text{};
    std::string href{};
    std::string type = "submit"; // or "button", "reset"
    std::string name{};
    std::string value{};
    std::string id{};
    std::string classes{};
    bool disabled = false;
    bool is_start_button = false;
    std::optional<bool> prevent_double_click{};
    Attributes attributes{};
};

Html button(const Button& button);

} // namespace openmasa::ui
