#include "web/ui/fixture_test.hpp"
#include "web/ui/skip_link.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(SkipLink, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("skip-link", [](const fixture::Options& options) {
        return skip_link({.text = fixture::content(options),
                          .href = fixture::text_or(options, "href", "#content"),
                          .classes = fixture::text(options, "classes"),
                          .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
