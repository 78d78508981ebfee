#include "web/ui/button.hpp"
#include "web/ui/form_fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(Button, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("button", [](const fixture::Options& options) {
        return button({.text = fixture::content(options),
                       .href = fixture::text(options, "href"),
                       .type = fixture::maybe_text(options, "type").value_or("submit"),
                       .name = fixture::text(options, "name"),
                       .value = fixture::text(options, "value"),
                       .id = fixture::text(options, "id"),
                       .classes = fixture::text(options, "classes"),
                       .disabled = fixture::flag(options, "disabled"),
                       .is_start_button = fixture::flag(options, "isStartButton"),
                       .prevent_double_click = fixture::maybe_flag(options, "preventDoubleClick"),
                       .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
