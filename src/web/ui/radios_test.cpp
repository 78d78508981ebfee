#include "web/ui/form_fixture_test.hpp"
#include "web/ui/radios.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(Radios, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("radios", [](const fixture::Options& options) {
        return radios({.name = fixture::text(options, "name"),
                       .id_prefix = fixture::text(options, "idPrefix"),
                       .fieldset = fixture::fieldset(options),
                       .hint = fixture::hint(options),
                       .error_message = fixture::error_message(options),
                       .value = fixture::text(options, "value"),
                       .items = fixture::choices(options),
                       .form_group = fixture::form_group(options),
                       .classes = fixture::text(options, "classes"),
                       .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
