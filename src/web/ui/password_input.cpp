#include "web/ui/password_input.hpp"
#include "web/ui/button.hpp"
#include "web/ui/input.hpp"

namespace openmasa::ui {
namespace {

FormGroup group_of(const PasswordInput& password, const std::string& id);
Attributes group_attributes(const PasswordInput& password);
Html toggle_button(const PasswordToggle& toggle, const std::string& id);
std::string_view or_else(std::string_view words, std::string_view otherwise);

} // namespace

Html password_input(const PasswordInput& password) {
    const std::string id(or_else(password.id, password.name));
    return input({
        .name = password.name,
        .id = id,
        .label = password.label,
        .hint = password.hint,
        .error_message = password.error_message,
        .value = password.value,
        .type = "password",
        .autocomplete = password.autocomplete,
        .autocapitalize = "none",
        .spellcheck = false,
        .disabled = password.disabled,
        .described_by = password.described_by,
        .wrapper = {.classes = "govuk-password-input__wrapper"},
        .form_group = group_of(password, id),
        .classes =
            "govuk-password-input__input govuk-js-password-input-input" + further(password.classes),
        .attributes = password.attributes,
    });
}

namespace {

FormGroup group_of(const PasswordInput& password, const std::string& id) {
    return {
        .classes = "govuk-password-input" + further(password.form_group.classes),
        .attributes = group_attributes(password),
        .before = password.form_group.before,
        .after = html("{}\n{}", toggle_button(password.toggle, id), password.form_group.after),
    };
}

/// Words are told to the script only where they differ from its own.
Attributes group_attributes(const PasswordInput& password) {
    const auto& toggle = password.toggle;
    Attributes attributes{{"data-module", "govuk-password-input"}};
    const auto tell = [&](std::string_view name, std::string_view words) {
        if (!words.empty()) attributes.add({name, words});
    };
    tell("data-i18n.show-password", toggle.show_text);
    tell("data-i18n.hide-password", toggle.hide_text);
    tell("data-i18n.show-password-aria-label", toggle.show_aria_label);
    tell("data-i18n.hide-password-aria-label", toggle.hide_aria_label);
    tell("data-i18n.password-shown-announcement", toggle.shown_announcement);
    tell("data-i18n.password-hidden-announcement", toggle.hidden_announcement);
    attributes.add(password.form_group.attributes);
    return attributes;
}

Html toggle_button(const PasswordToggle& toggle, const std::string& id) {
    return button({
        .text = or_else(toggle.show_text, "Show"),
        .type = "button",
        .classes = "govuk-button--secondary govuk-password-input__toggle "
                   "govuk-js-password-input-toggle" +
                   further(toggle.classes),
        .attributes = {{"aria-controls", id},
                       {"aria-label", or_else(toggle.show_aria_label, "Show password")},
                       {"hidden", true}},
    });
}

std::string_view or_else(std::string_view words, std::string_view otherwise) {
    return words.empty() ? otherwise : words;
}

} // namespace
} // namespace openmasa::ui
