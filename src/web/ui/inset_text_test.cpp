#include "web/ui/fixture_test.hpp"
#include "web/ui/inset_text.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(InsetText, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("inset-text", [](const fixture::Options& options) {
        return inset_text({.text = fixture::content(options),
                           .id = fixture::text(options, "id"),
                           .classes = fixture::text(options, "classes"),
                           .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
