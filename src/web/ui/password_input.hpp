#pragma once
#include "web/ui/form_group.hpp"
#include "web/ui/label.hpp"

namespace openmasa::ui {

/// Words of the button that shows the password. Empty ones leave the packages' own.
struct PasswordToggle {
    std::string show_text{};
    std::string hide_text{};
    std::string show_aria_label{};
    std::string hide_aria_label{};
    std::string shown_announcement{};
    std::string hidden_announcement{};
    std::string classes{};
};

/// A password. The button to show it is hidden until a script takes it over.
struct PasswordInput {
    std::string name{};
    std::string id{}; // the name, where empty
    Label label{};
    Hint hint{};
    ErrorMessage error_message{};
    std::string value{};
    std::string autocomplete = "current-password"; // or "new-password"
    bool disabled = false;
    std::string described_by{}; // further ids, before those of hint and error message
    PasswordToggle toggle{};
    FormGroup form_group{};
    std::string classes{};
    Attributes attributes{};
};

Html password_input(const PasswordInput& password);

} // namespace openmasa::ui
