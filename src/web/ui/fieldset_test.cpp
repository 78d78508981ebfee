#include "web/ui/fieldset.hpp"
#include "web/ui/form_fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(Fieldset, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("fieldset", [](const fixture::Options& options) {
        const auto& legend = fixture::object(options, "legend");
        return fieldset({.legend = {.text = fixture::content(legend),
                                    .classes = fixture::text(legend, "classes"),
                                    .is_page_heading = fixture::flag(legend, "isPageHeading")},
                         .content = fixture::markup(options, "html"),
                         .described_by = fixture::text(options, "describedBy"),
                         .role = fixture::text(options, "role"),
                         .classes = fixture::text(options, "classes"),
                         .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
