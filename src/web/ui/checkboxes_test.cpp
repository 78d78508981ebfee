#include "web/ui/checkboxes.hpp"
#include "web/ui/form_fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

namespace {

std::vector<std::string> values(const fixture::Options& options) {
    std::vector<std::string> read;
    for (const auto* value : fixture::items(options, "values")) read.push_back(value->GetString());
    return read;
}

} // namespace

TEST(Checkboxes, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("checkboxes", [](const fixture::Options& options) {
        return checkboxes({.name = fixture::text(options, "name"),
                           .id_prefix = fixture::text(options, "idPrefix"),
                           .fieldset = fixture::fieldset(options),
                           .hint = fixture::hint(options),
                           .error_message = fixture::error_message(options),
                           .values = values(options),
                           .items = fixture::choices(options),
                           .described_by = fixture::text(options, "describedBy"),
                           .form_group = fixture::form_group(options),
                           .classes = fixture::text(options, "classes"),
                           .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
