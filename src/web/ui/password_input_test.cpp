#include "web/ui/form_fixture_test.hpp"
#include "web/ui/password_input.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

namespace {

PasswordToggle toggle(const fixture::Options& options) {
    return {.show_text = fixture::text(options, "showPasswordText"),
            .hide_text = fixture::text(options, "hidePasswordText"),
            .show_aria_label = fixture::text(options, "showPasswordAriaLabelText"),
            .hide_aria_label = fixture::text(options, "hidePasswordAriaLabelText"),
            .shown_announcement = fixture::text(options, "passwordShownAnnouncementText"),
            .hidden_announcement = fixture::text(options, "passwordHiddenAnnouncementText"),
            .classes = fixture::text(fixture::object(options, "button"), "classes")};
}

} // namespace

TEST(PasswordInput, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("password-input", [](const fixture::Options& options) {
        const auto autocomplete = fixture::maybe_text(options, "autocomplete");
        return password_input({.name = fixture::text(options, "name"),
                               .id = fixture::text(options, "id"),
                               .label = fixture::label(options),
                               .hint = fixture::hint(options),
                               .error_message = fixture::error_message(options),
                               .value = fixture::text(options, "value"),
                               .autocomplete = autocomplete.value_or("current-password"),
                               .disabled = fixture::flag(options, "disabled"),
                               .described_by = fixture::text(options, "describedBy"),
                               .toggle = toggle(options),
                               .form_group = fixture::form_group(options),
                               .classes = fixture::text(options, "classes"),
                               .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
