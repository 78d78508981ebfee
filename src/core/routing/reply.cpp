#include "core/routing/reply.hpp"
#include "core/audit/words.hpp"
#include "core/routing/form_token.hpp"
#include <fmt/format.h>

namespace openmasa {
namespace {

/// What the program has so far, in the order of the menu.
struct MenuEntry {
    std::string_view text, href;
    Permission permission;
};
constexpr MenuEntry menu[] = {
    {"Home", "/", Permission::own_account},
    {"Plan", "/plans", Permission::read_plan},
    {"Audit", "/audit", Permission::read_audit},
};

bool is_current(std::string_view href, std::string_view path) {
    if (href == "/") return path == "/";
    // Everything below a plan is shown under "Plan".
    for (std::string_view start : {"/plans", "/priorities", "/objectives", "/actions", "/imports"})
        if (path.starts_with(start)) return href == "/plans";
    return path.starts_with("/audit") && href == "/audit";
}

/// `path` says which entry of the menu is current; a page that is not there is under none.
pages::Frame frame_of(const Context& context, std::string_view path) {
    pages::Frame frame{.partnership = context.settings.partnership,
                       .known_as = context.scope.known_as,
                       .places = {},
                       .sign_out = {},
                       .example = context.settings.example && context.scope.signed_in()};
    if (!context.scope.signed_in()) return frame;
    frame.sign_out = form_token::hidden(context);
    for (const auto& entry : menu)
        if (context.scope.may(entry.permission))
            frame.places.push_back(
                {std::string(entry.text), std::string(entry.href), is_current(entry.href, path)});
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

http::Response html_response(int status, Html page) {
    http::Response response;
    response.status = status;
    response.set("Content-Type", "text/html; charset=utf-8");
    response.body = std::move(page).take();
    return response;
}

} // namespace

http::Response reply(const Context& context, pages::Page page) {
    page.main += way_to_the_log(context);
    const int status = page.has_problems ? 422 : 200;
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
