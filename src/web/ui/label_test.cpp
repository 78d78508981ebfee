#include "web/ui/form_fixture_test.hpp"
#include "web/ui/label.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(Label, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("label", [](const fixture::Options& options) {
        Label read{.text = fixture::content(options),
                   .for_id = fixture::text(options, "for"),
                   .classes = fixture::text(options, "classes"),
                   .is_page_heading = fixture::flag(options, "isPageHeading"),
                   .attributes = fixture::attributes(options)};
        return label(read);
    });
}

} // namespace openmasa::ui
