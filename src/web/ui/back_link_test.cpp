#include "web/ui/back_link.hpp"
#include "web/ui/fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(BackLink, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("back-link", [](const fixture::Options& options) {
        return back_link({.text = fixture::content_or(options, "Back"),
                          .href = fixture::text_or(options, "href", "#"),
                          .classes = fixture::text(options, "classes"),
                          .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
