#include "web/ui/notification_banner.hpp"

namespace openmasa::ui {
namespace {

bool is_success(const NotificationBanner& banner);
void open_banner(Html& to, const NotificationBanner& banner);
void add_header(Html& to, const NotificationBanner& banner);
void add_content(Html& to, const Content& text);

} // namespace

Html notification_banner(const NotificationBanner& banner) {
    Html made;
    open_banner(made, banner);
    add_header(made, banner);
    add_content(made, banner.text);
    append(made, "</div>\n");
    return made;
}

namespace {

bool is_success(const NotificationBanner& banner) {
    return banner.kind == NotificationBanner::Kind::success;
}

void open_banner(Html& to, const NotificationBanner& banner) {
    const std::string_view usual_role = is_success(banner) ? "alert" : "region";
    append(to,
           R"(<div class="govuk-notification-banner{}{}" role="{}" aria-labelledby="{}" )"
           R"(data-module="govuk-notification-banner"{}{}>
)",
           is_success(banner) ? " govuk-notification-banner--success" : "", further(banner.classes),
           banner.role.empty() ? usual_role : banner.role, banner.title_id,
           true_or_false("data-disable-auto-focus", banner.disable_auto_focus), banner.attributes);
}

void add_header(Html& to, const NotificationBanner& banner) {
    const Content usual_title = is_success(banner) ? "Success" : "Important";
    append(to, R"(  <div class="govuk-notification-banner__header">
    <h{} class="govuk-notification-banner__title" id="{}">{}</h{}>
  </div>
)",
           banner.title_heading_level, banner.title_id,
           banner.title.empty() ? usual_title : banner.title, banner.title_heading_level);
}

void add_content(Html& to, const Content& text) {
    append(to, "  <div class=\"govuk-notification-banner__content\">\n");
    if (text.came_as_markup())
        append(to, "{}", text);
    else
        append(to, "    <p class=\"govuk-notification-banner__heading\">{}</p>", text);
    append(to, "\n  </div>\n");
}

} // namespace
} // namespace openmasa::ui
