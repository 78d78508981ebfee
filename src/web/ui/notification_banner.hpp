#pragma once
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"

namespace openmasa::ui {

/// What happened, above the heading of the page that it led to.
///     notification_banner({.text = "Saved: 9 new, 11 changed, 2 stopped.",
///                          .kind = NotificationBanner::Kind::success})
struct NotificationBanner {
    enum class Kind { important, success };

    Content text{}; // plain words become its heading; markup goes in as it is
    Kind kind = Kind::important;
    Content title{}; // unless given, "Important" or "Success"
    int title_heading_level = 2;
    std::string title_id = "govuk-notification-banner-title";
    std::string role{}; // unless given, "alert" for success (read out at once), else "region"
    std::optional<bool> disable_auto_focus{};
    std::string classes{};
    Attributes attributes{};
};

Html notification_banner(const NotificationBanner& banner);

} // namespace openmasa::ui
