#include "web/ui/fixture_test.hpp"
#include "web/ui/notification_banner.hpp"
#include <gtest/gtest.h>

namespace openmasa::ui {
namespace {

using Kind = NotificationBanner::Kind;

TEST(NotificationBanner, Gives_the_markup_of_every_govuk_frontend_fixture) {
    fixture::check_component("notification-banner", [](const fixture::Options& options) {
        return notification_banner(
            {.text = fixture::content(options),
             .kind = fixture::text(options, "type") == "success" ? Kind::success : Kind::important,
             .title = fixture::content(options, "titleText", "titleHtml"),
             .title_heading_level = fixture::number(options, "titleHeadingLevel", 2),
             .title_id = fixture::text_or(options, "titleId", "govuk-notification-banner-title"),
             .role = fixture::text(options, "role"),
             .disable_auto_focus = fixture::maybe_flag(options, "disableAutoFocus"),
             .classes = fixture::text(options, "classes"),
             .attributes = fixture::attributes(options)});
    });
}

} // namespace
} // namespace openmasa::ui
