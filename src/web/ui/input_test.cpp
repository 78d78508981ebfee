#include "web/ui/form_fixture_test.hpp"
#include "web/ui/input.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

namespace {

Affix affix(const fixture::Options& options, const char* key) {
    const auto& given = fixture::object(options, key);
    return {.text = fixture::content(given),
            .classes = fixture::text(given, "classes"),
            .attributes = fixture::attributes(given)};
}

InputWrapper wrapper(const fixture::Options& options) {
    const auto& given = fixture::object(options, "inputWrapper");
    return {.classes = fixture::text(given, "classes"), .attributes = fixture::attributes(given)};
}

} // namespace

TEST(Input, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("input", [](const fixture::Options& options) {
        return input({.name = fixture::text(options, "name"),
                      .id = fixture::text(options, "id"),
                      .label = fixture::label(options),
                      .hint = fixture::hint(options),
                      .error_message = fixture::error_message(options),
                      .value = fixture::text(options, "value"),
                      .type = fixture::maybe_text(options, "type").value_or("text"),
                      .input_mode = fixture::text(options, "inputmode"),
                      .autocomplete = fixture::text(options, "autocomplete"),
                      .autocapitalize = fixture::text(options, "autocapitalize"),
                      .pattern = fixture::text(options, "pattern"),
                      .spellcheck = fixture::maybe_flag(options, "spellcheck"),
                      .disabled = fixture::flag(options, "disabled"),
                      .described_by = fixture::text(options, "describedBy"),
                      .prefix = affix(options, "prefix"),
                      .suffix = affix(options, "suffix"),
                      .wrapper = wrapper(options),
                      .form_group = fixture::form_group(options),
                      .classes = fixture::text(options, "classes"),
                      .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
