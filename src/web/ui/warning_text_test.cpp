#include "web/ui/fixture_test.hpp"
#include "web/ui/warning_text.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(WarningText, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("warning-text", [](const fixture::Options& options) {
        return warning_text({.text = fixture::content(options),
                             .icon_words = fixture::text_or(options, "iconFallbackText", "Warning"),
                             .classes = fixture::text(options, "classes"),
                             .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
