#include "web/ui/error_message.hpp"
#include "web/ui/form_fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

namespace {

/// `false` and the empty string both leave it out; only an absent one is the usual word.
std::string hidden_text(const fixture::Options& options) {
    return options.HasMember("visuallyHiddenText") ? fixture::text(options, "visuallyHiddenText")
                                                   : "Error";
}

} // namespace

TEST(ErrorMessage, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("error-message", [](const fixture::Options& options) {
        const auto hidden = hidden_text(options);
        return error_message({.text = fixture::content(options),
                              .visually_hidden_text = hidden,
                              .id = fixture::text(options, "id"),
                              .classes = fixture::text(options, "classes"),
                              .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
