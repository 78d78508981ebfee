#include "core/routing/router.hpp"
#include "core/accounts/sessions.hpp"
#include "core/routing/failures.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "kernel/text.hpp"
#include "web/pages/assets.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa {
namespace {

constexpr std::string_view asset_start = "/assets/";

bool matches(Method method, http::Method asked) {
    if (method == Method::Post) return asked == http::Method::post;
    return asked == http::Method::get || asked == http::Method::head;
}

/// What every answer carries. Nothing may be framed, nothing runs, nothing is kept by a browser.
void add_security_headers(http::Response& response, bool secure) {
    response.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'");
    response.set("X-Content-Type-Options", "nosniff");
    response.set("X-Frame-Options", "DENY");
    response.set("Referrer-Policy", "same-origin");
    response.set("Cross-Origin-Opener-Policy", "same-origin");
    response.set("Cross-Origin-Resource-Policy", "same-origin");
    response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (secure) response.set("Strict-Transport-Security", "max-age=31536000");
}

void forbid_keeping(http::Response& response) {
    for (const auto& header : response.headers)
        if (header.name == "Cache-Control") return;
    response.set("Cache-Control", "no-store");
}

/// A form that says anything beside its token: signing out twice is nothing to talk about.
bool has_content(const http::Form& form) {
    return std::ranges::any_of(form.fields(), [](const http::Form::Field& field) {
        return field.name != form_token::field && !field.value.empty();
    });
}

} // namespace

std::string forwarded_for(const http::Request& request) {
    std::string_view last;
    for (const auto& header : request.headers)
        if (http::same_name(header.name, "X-Forwarded-For")) last = header.value;
    last = trimmed(last.substr(last.rfind(',') + 1));
    const bool is_address = !last.empty() && last.size() <= 45 &&
                            last.find_first_not_of("0123456789abcdefABCDEF.:[]") == last.npos;
    return is_address ? std::string(last) : request.peer;
}

Router::Router(RouterOptions options, std::vector<Module> modules)
    : options_(std::move(options)), modules_(std::move(modules)) {}

http::Response Router::answer(http::Request& request, store::Db& db) const {
    if (auto found = asset(request)) return std::move(*found);
    db.finish(); // each request sees the newest state, also after one that ended in a fault
    auto response = to_route(request, db, find(request));
    db.finish();
    forbid_keeping(response);
    add_security_headers(response, options_.secure);
    return response;
}

std::optional<http::Response> Router::asset(const http::Request& request) const {
    if (!request.path.starts_with(asset_start)) return std::nullopt;
    auto response = to_asset(request);
    forbid_keeping(response);
    add_security_headers(response, options_.secure);
    return response;
}

http::Response Router::failure(int status) const {
    auto response = failure_page(status);
    forbid_keeping(response);
    add_security_headers(response, options_.secure);
    return response;
}

http::Response Router::failure(int status, http::Request& request) const {
    auto response = failure_page(status, request);
    forbid_keeping(response);
    add_security_headers(response, options_.secure);
    return response;
}

/// "/plans/import" is that page, although "/plans/{id}" would match it too.
Router::Found Router::find(const http::Request& request) const {
    Found found;
    for (const auto& module : modules_)
        for (const auto& route : module.routes) {
            if (!matches(route.method, request.method)) continue;
            const auto captures = http::match(route.pattern, request.path);
            if (!captures || (found.route && captures->size() >= found.captures.size())) continue;
            found = {&route, *captures};
        }
    return found;
}

std::string_view Router::pattern_of(const http::Request& request) const {
    const auto found = find(request);
    return found.route ? std::string_view(found.route->pattern) : "an address that is not there";
}

http::Response Router::to_asset(const http::Request& request) const {
    const auto* asset =
        pages::find_asset(std::string_view(request.path).substr(asset_start.size()));
    if (!asset) return failure_page(404);
    http::Response response;
    response.set("Content-Type", std::string(asset->content_type));
    response.set("Vary", "Accept-Encoding");
    response.set("Cache-Control",
                 request.query == asset->hash ? "public, max-age=31536000, immutable" : "no-cache");
    const bool zipped = request.header("Accept-Encoding").find("gzip") != std::string_view::npos;
    if (zipped) response.set("Content-Encoding", "gzip");
    response.body = zipped ? asset->gzipped : asset->plain;
    return response;
}

http::Response Router::to_route(http::Request& request, store::Db& db, const Found& found) const {
    const auto now = options_.clock();
    Context context{.request = request,
                    .db = db,
                    .settings = options_.settings,
                    .scope = {.person = {},
                              .account = {},
                              .known_as = {},
                              .holdings = {},
                              .from = options_.secure ? forwarded_for(request) : request.peer,
                              .now = now,
                              .today = options_.today.value_or(london_day(now)),
                              .randomness = options_.randomness},
                    .captures = found.captures,
                    .form = {},
                    .secret = {},
                    .secure = options_.secure};
    sessions::recognise(context);
    auto response = to_handler(context, found);
    sessions::remember_visit(context, response);
    if (found.route) check_budget(*found.route, db.statements());
    return response;
}

void Router::check_budget(const Route& route, int statements) const {
    if (statements > route.budget.statements && options_.on_over_budget)
        options_.on_over_budget(route, statements);
}

http::Response Router::to_handler(Context& context, const Found& found) const {
    if (!found.route || !context.scope.may(found.route->permission)) {
        if (context.scope.signed_in()) return reply_not_found(context);
        if (context.request.method != http::Method::post) return sessions::ask_to_sign_in(context);
        if (auto form = http::read_form(context.request)) context.form = std::move(form).value();
        return has_content(context.form) ? reply_signed_out(context) : see_other("/sign-in");
    }
    if (found.route->method == Method::Get) {
        context.form = http::read_query(context.request.query);
        return found.route->handler(context);
    }
    auto form = http::read_form(context.request);
    if (!form) return failure_page(400);
    context.form = std::move(form).value();
    if (!form_token::is_genuine(context)) return reply_stale_form(context);
    return found.route->handler(context);
}

} // namespace openmasa
