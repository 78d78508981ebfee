#include "core/routing/reply.hpp"
#include "core/audit/words.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/looking_back.hpp"
#include "core/routing/places.hpp"
#include "core/settings/colours.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa {
namespace {

/// Who looks back goes on looking back.
std::string address_of(const Context& context, std::string_view href) {
    return context.as_at ? looking_back::kept_in(href, *context.as_at) : std::string(href);
}

/// `path` says which entry of the menu is current; a page that is not there is under none.
pages::Frame frame_of(const Context& context, std::string_view path) {
    pages::Frame frame{.partnership = context.settings.partnership,
                       .known_as = context.scope.known_as,
                       .places = {},
                       .sign_out = {},
                       .example = context.settings.example && context.scope.signed_in()};
    if (context.settings.colour != colours::harbour) {
        frame.colour = context.settings.colour;
        frame.colours = fmt::format("/colours.css?{}", context.settings.version);
    }
    if (!context.scope.signed_in()) return frame;
    frame.sign_out = form_token::hidden(context);
    for (const auto& place : places::in_the_bar(context.scope))
        frame.places.push_back({place.spoken(context.words), address_of(context, place.href),
                                places::bar_place_of(path) == place.href});
    return frame;
}

/// On a record's own page, for those who may read the log.
Html way_to_the_log(const Context& context) {
    if (!context.scope.may(Permission::read_audit)) return {};
    const auto address = audit::log_address_of(context.request.path);
    if (address.empty()) return {};
    return html(
        R"(<p class="govuk-body om-section"><a class="govuk-link govuk-link--no-visited-state" href="{}">Who looked at this, and everything done to it</a></p>
)",
        address);
}

/// What the page leads to is of the same day.
void keep_day(pages::Page& page, const history::AsAt& as_at) {
    page.main = looking_back::kept_in_links(page.main, as_at);
    for (auto& crumb : page.crumbs) crumb.href = looking_back::kept_in(crumb.href, as_at);
}

http::Response html_response(int status, Html page) {
    http::Response response;
    response.status = status;
    response.set("Content-Type", "text/html; charset=utf-8");
    response.body = std::move(page).take();
    return response;
}

/// On a page with a form to fill in: until when there is time, and what happens to it afterwards.
Html time_left(const Context& context, const Html& main) {
    if (!context.session || main.view().find("<form class=\"om-form\"") == std::string_view::npos)
        return {};
    return html(
        R"(<p class="om-quiet om-form__below">You stay signed in until {} without opening a page. What you send after that is kept until you have signed in again.</p>
)",
        london_time(context.session->until));
}

} // namespace

namespace {

/// A day that cannot be shown is said before anything else: what follows is of today. A page with
/// problems of its own says it among them.
void say_wrong_day(const Context& context, pages::Page& page) {
    if (context.look_back_problem.empty() || page.has_problems) return;
    page.has_problems = true;
    const std::vector<Problem> problems{
        {std::string(looking_back::day_field),
         context.look_back_problem + " What follows is as it stands today."}};
    page.main = ui::problems_summary(problems) + page.main;
}

} // namespace

http::Response reply(const Context& context, pages::Page page) {
    say_wrong_day(context, page);
    page.main += time_left(context, page.main);
    page.main += way_to_the_log(context);
    const int status = page.has_problems ? 422 : 200;
    if (context.as_at) keep_day(page, *context.as_at);
    page.main = looking_back::banner(context) + page.main + looking_back::day_form(context);
    return html_response(status, pages::document(frame_of(context, context.request.path), page));
}

http::Response reply_not_found(const Context& context) {
    return reply_plain(
        context, 404, "Page not found",
        html(R"(<p class="govuk-body">Nothing is at this address, or it is not open to you.</p>
<p class="govuk-body">If you typed the address, check it. If a link brought you here, <a class="govuk-link" href="/">start from Home</a>.</p>)"));
}

http::Response reply_plain(const Context& context, int status, const std::string& title,
                           const Html& words) {
    pages::Page page{
        .title = title, .crumbs = {}, .notice = {}, .main = pages::head({.title = title}) + words};
    return html_response(status, pages::document(frame_of(context, {}), page));
}

http::Response reply_download(std::string content, std::string_view content_type,
                              std::string_view file_name) {
    http::Response response;
    response.set("Content-Type", std::string(content_type));
    response.set("Content-Disposition", fmt::format("attachment; filename=\"{}\"", file_name));
    response.body = std::move(content);
    return response;
}

} // namespace openmasa
