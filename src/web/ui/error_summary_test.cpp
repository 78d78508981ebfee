#include "web/ui/error_summary.hpp"
#include "web/ui/form_fixture_test.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {

namespace {

std::vector<ErrorLink> errors(const fixture::Options& options) {
    std::vector<ErrorLink> read;
    for (const auto* error : fixture::items(options, "errorList")) {
        read.push_back({.text = fixture::content(*error),
                        .href = fixture::text(*error, "href"),
                        .attributes = fixture::attributes(*error)});
    }
    return read;
}

} // namespace

TEST(ErrorSummary, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("error-summary", [](const fixture::Options& options) {
        return error_summary(
            {.title = fixture::content(options, "titleText", "titleHtml"),
             .description = fixture::content(options, "descriptionText", "descriptionHtml"),
             .errors = errors(options),
             .classes = fixture::text(options, "classes"),
             .disable_auto_focus = fixture::maybe_flag(options, "disableAutoFocus"),
             .attributes = fixture::attributes(options)});
    });
}

} // namespace openmasa::ui
