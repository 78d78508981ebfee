#include "web/ui/fixture_test.hpp"
#include "web/ui/tag.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(Tag, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("tag", [](const fixture::Options& options) {
        return tag({.text = fixture::content(options),
                    .classes = fixture::text(options, "classes"),
                    .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
