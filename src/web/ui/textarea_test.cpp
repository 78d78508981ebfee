#include "web/ui/form_fixture_test.hpp"
#include "web/ui/textarea.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

TEST(Textarea, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("textarea", [](const fixture::Options& options) {
        return textarea({.name = fixture::text(options, "name"),
                         .id = fixture::text(options, "id"),
                         .label = fixture::label(options),
                         .hint = fixture::hint(options),
                         .error_message = fixture::error_message(options),
                         .value = fixture::text(options, "value"),
                         .rows = fixture::number(options, "rows", 5),
                         .autocomplete = fixture::text(options, "autocomplete"),
                         .spellcheck = fixture::maybe_flag(options, "spellcheck"),
                         .disabled = fixture::flag(options, "disabled"),
                         .described_by = fixture::text(options, "describedBy"),
                         .form_group = fixture::form_group(options),
                         .classes = fixture::text(options, "classes"),
                         .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
