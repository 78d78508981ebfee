#include "web/ui/details.hpp"
#include "web/ui/fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(Details, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("details", [](const fixture::Options& options) {
        return details({.summary = fixture::content(options, "summaryText", "summaryHtml"),
                        .text = fixture::content(options),
                        .open = fixture::flag(options, "open"),
                        .id = fixture::text(options, "id"),
                        .classes = fixture::text(options, "classes"),
                        .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
