#include "web/ui/form_fixture_test.hpp"
#include "web/ui/hint.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(Hint, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("hint", [](const fixture::Options& options) {
        return hint({.text = fixture::content(options),
                     .id = fixture::text(options, "id"),
                     .classes = fixture::text(options, "classes"),
                     .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
