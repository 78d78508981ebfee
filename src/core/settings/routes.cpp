#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "core/routing/version_read.hpp"
#include "core/settings/colours.hpp"
#include "core/settings/module.hpp"
#include "core/settings/views.hpp"
#include "kernel/text.hpp"

namespace openmasa::settings {
namespace {

constexpr int shown_versions = 100;

http::Response show(Context& context, SettingsPage page) {
    page.words = context.words;
    page.form_token = form_token::hidden(context);
    page.versions = history::versions(context.db, "settings", "settings", shown_versions);
    const bool has_problems = !page.problems.empty();
    return reply(
        context,
        {.title = "Settings",
         .crumbs = {{"Administration", "/administration"}},
         .notice = context.form.text("saved") == "yes" ? "Saved: every page shows it now." : "",
         .main = settings_view(page),
         .has_problems = has_problems});
}

http::Response show_settings(Context& context) {
    return show(context, {.settings = context.settings});
}

OfficeHours read_hours(const Context& context) {
    OfficeHours hours;
    hours.days.fill(false);
    for (auto text : context.form.all("days"))
        if (text.size() == 1 && text[0] >= '0' && text[0] <= '6') hours.days[text[0] - '0'] = true;
    hours.opens = one_line(context.form.text("opens"));
    hours.closes = one_line(context.form.text("closes"));
    return hours;
}

std::string read_colour(const Context& context) {
    const auto chosen = context.form.text("colour");
    return lower(one_line(chosen == "own" ? context.form.text("own_colour") : chosen));
}

Settings read_form(const Context& context) {
    const auto line = [&](std::string_view name) { return one_line(context.form.text(name)); };
    Settings settings;
    settings.partnership = line("partnership");
    settings.short_name = line("short_name");
    settings.area = line("area");
    settings.contacts = {.front_door = line("front_door"),
                         .phone = line("phone"),
                         .web = line("web"),
                         .email = line("email")};
    settings.hours = read_hours(context);
    settings.colour = read_colour(context);
    settings.mail_from = line("mail_from");
    settings.version = version_read(context.form);
    return settings;
}

http::Response post_settings(Context& context) {
    const auto typed = read_form(context);
    if (context.form.text("do") == "look")
        return show(context,
                    {.settings = typed, .is_look = true, .problems = problems_with(typed)});
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(change_settings(context.db, context.scope, typed));
        return std::string("/settings?saved=yes");
    });
    if (saved) return see_other(*saved);
    if (saved.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    auto again = typed; // what somebody else saved meanwhile is in the history below
    if (saved.refusal().kind == Refusal::Kind::conflict)
        again.version = read_settings(context.db).version;
    return show(context, {.settings = again, .problems = saved.refusal().problems});
}

/// Its address carries the settings' version, so it may be kept until they change.
http::Response show_colours(Context& context) {
    http::Response response;
    response.set("Content-Type", "text/css; charset=utf-8");
    if (context.request.query == std::to_string(context.settings.version))
        response.set("Cache-Control", "public, max-age=31536000, immutable");
    response.body = colours::stylesheet(context.settings.colour);
    return response;
}

constexpr Route routes[] = {
    {Method::Get, "/settings", Permission::edit_settings, show_settings, Budget{4}},
    // One statement for each line of the settings.
    {Method::Post, "/settings", Permission::edit_settings, post_settings, Budget{40}},
    {Method::Get, "/colours.css", Permission::anyone, show_colours, Budget{3}},
};

} // namespace

Module module() {
    return {.name = "settings", .routes = routes};
}

} // namespace openmasa::settings
