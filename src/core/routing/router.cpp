#include "core/routing/router.hpp"
#include "core/access/right.hpp"
#include "core/accounts/api_token.hpp"
#include "core/accounts/kept_form.hpp"
#include "core/accounts/sessions.hpp"
#include "core/audit/downloads.hpp"
#include "core/history/history.hpp"
#include "core/restriction/sight.hpp"
#include "core/routing/failures.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/looking_back.hpp"
#include "core/routing/reply.hpp"
#include "kernel/text.hpp"
#include "web/pages/assets.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

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

http::Response plain_answer(int status, std::string words) {
    http::Response response;
    response.status = status;
    response.set("Content-Type", "text/plain; charset=utf-8");
    response.body = std::move(words);
    return response;
}

/// Who must sign in with a second step and has none may set it up, ask for help and sign out.
bool waits_for_second_step(const Context& context, const Route& route) {
    if (!context.session || !context.session->needs_second_step) return false;
    const bool is_open = route.permission == Permission::anyone ||
                         route.pattern.starts_with("/account") || route.pattern == "/sign-out";
    return !is_open;
}

/// Signing in leads to the form again, filled in; when it is not known whose it was, what was typed
/// is on the page to be copied.
http::Response keep_what_was_typed(Context& context, const Route* route) {
    const auto kept = route ? accounts::keep_form(context) : std::nullopt;
    if (!kept) return reply_signed_out(context);
    return see_other(fmt::format("/sign-in?to={}", http::percent_encoded(*kept)));
}

/// The id in the address, where there is one: nothing else of an address may stand in the log.
std::string_view thing_asked_for(const http::Captures& captures, const Route& route) {
    const auto id = captures["id"];
    return is_id_text(id) ? id : route.pattern;
}

/// What only reads; a form is about now.
bool can_be_past(const Route& route) {
    if (route.method == Method::Post) return false;
    return route.past == Past::from_history || only_reads(route.permission);
}

/// Whoever is shown what stands in the history was asked for their right of today before that
/// (Router::look_back): nobody changes the past, and much is read only by those who may change it.
bool may_open(const Context& context, const Route& route) {
    const bool is_past = context.as_at && route.past == Past::from_history;
    return is_past || context.scope.may(route.permission);
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
    : options_(std::move(options)), modules_(std::move(modules)), kinds_(restrictable(modules_)) {}

store::Lens looking_back_at(const std::vector<Module>& modules, const history::AsAt& as_at) {
    store::Lens lens;
    history::look_back(lens, as_at);
    std::set<decltype(Module::looks_back)> done;
    for (const auto& module : modules)
        if (module.looks_back && done.insert(module.looks_back).second)
            module.looks_back(lens, as_at);
    return lens;
}

restriction::AllKinds restrictable(const std::vector<Module>& modules) {
    restriction::AllKinds all;
    for (const auto& module : modules) all.push_back(module.kinds);
    return all;
}

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
            found = {&route, &module, *captures};
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
    using Stopwatch = std::chrono::steady_clock;
    const auto started = Stopwatch::now();
    const auto now = options_.clock();
    const auto settings = current_settings(db); // no page's own: its budget does not count it
    const int before = db.statements();
    Context context{.request = request,
                    .db = db,
                    .settings = *settings,
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
                    .secure = options_.secure,
                    .storage = options_.storage,
                    .job_kinds = options_.job_kinds,
                    .outside_door = options_.outside_door,
                    .features = &modules_,
                    .kinds = &kinds_};
    context.words = terms::Words(settings->local_words, context.scope.today);
    context.scope.words = context.words;
    auto response =
        accounts::offers_token(request) ? to_program(context, found) : to_person(context, found);
    const int statements = db.statements() - before - context.not_counted;
    if (found.route) check_budget(*found.route, statements);
    tell({.route = found.route,
          .status = response.status,
          .statements = statements,
          .took =
              std::chrono::duration_cast<std::chrono::microseconds>(Stopwatch::now() - started)});
    if (found.route && context.scope.signed_in() && response.status == 404)
        audit::record_refused_page(context.db, context.scope,
                                   thing_asked_for(found.captures, *found.route));
    record_reading(context, response);
    sessions::note_use(context);
    accounts::note_token_use(context);
    return response;
}

http::Response Router::to_person(Context& context, const Found& found) const {
    sessions::recognise(context);
    look_as(context);
    if (found.route && context.scope.right.empty())
        context.scope.right = right_for(context.scope, found.route->permission);
    auto response = to_page(context, found);
    sessions::remember_visit(context, response);
    return response;
}

/// Another program, with a token: downloads and nothing else. No header says how to sign in, so no
/// browser asks for a password that would then be sent with everything.
http::Response Router::to_program(Context& context, const Found& found) const {
    if (!accounts::recognise_token(context))
        return plain_answer(401, "This token is not known, has ended or was taken back.\n");
    const bool may = found.route && found.route->method == Method::Get &&
                     accounts::is_download(found.route->pattern) &&
                     context.scope.may(found.route->permission);
    if (!may) return plain_answer(404, "Nothing is at this address, or it is not open to you.\n");
    look_as(context);
    return to_page(context, found);
}

/// As it is, or as it was where the address asks for a day. The moment stays: what is made then, a
/// download and its audit entry, is made now.
http::Response Router::to_page(Context& context, const Found& found) const {
    look_back(context, found);
    if (!context.as_at) return to_handler(context, found);
    const auto now = context.scope;
    if (!can_be_past(*found.route))
        return now.may(found.route->permission) ? looking_back::reply_past(context)
                                                : to_handler(context, found);
    context.scope.looking_back = true;
    context.scope.as_known_then = context.as_at->as_known_then;
    context.scope.today = context.as_at->day;
    auto response = to_handler(context, found);
    context.scope = now;
    looking_back::keep_in_address(response, *context.as_at);
    return response;
}

/// Where the page or its module can, and somebody is signed in who may read something. A page to
/// write on is of now.
void Router::look_back(Context& context, const Found& found) const {
    if (!found.route || !context.scope.signed_in()) return;
    const bool from_history = found.route->past == Past::from_history;
    if (from_history ? !context.scope.may(found.route->permission) : !found.module->looks_back)
        return;
    context.may_look_back = found.route->method == Method::Get &&
                            (from_history || only_reads(found.route->permission)) &&
                            !context.scope.holdings.empty();
    auto asked = looking_back::asked(http::read_query(context.request.query), context.scope.today);
    context.as_at = asked.as_at;
    context.look_back_problem = std::move(asked.problem);
    if (!asked.as_at) return;
    context.db.look_through(looking_back_at(modules_, *asked.as_at));
}

/// What is restricted from them is hidden from here on; that counts for no route's budget.
void Router::look_as(Context& context) const {
    const int before = context.db.statements();
    restriction::look(context.db, context.scope, kinds_);
    context.not_counted += context.db.statements() - before;
}

/// What a restricted record's reader is shown is in the log before it is on the way.
void Router::record_reading(Context& context, const http::Response& response) const {
    const bool is_empty = response.body.empty() && !response.file;
    if (context.scope.restricted.empty() || is_empty) return;
    std::string_view content_type, shown = response.body;
    for (const auto& header : response.headers)
        if (http::same_name(header.name, "Content-Type")) content_type = header.value;
    if (!context.captured("file").empty()) { // a file is of the record that its address names
        content_type = "text/html";
        shown = context.request.path;
    }
    restriction::record_reading(
        context.db, context.scope,
        restriction::shown_in(context.db, context.scope, kinds_, content_type, shown));
}

void Router::tell(const Answered& answered) const {
    if (options_.on_answer) options_.on_answer(answered);
}

void Router::check_budget(const Route& route, int statements) const {
    if (statements > route.budget.statements && options_.on_over_budget)
        options_.on_over_budget(route, statements);
}

http::Response Router::to_handler(Context& context, const Found& found) const {
    if (found.route && waits_for_second_step(context, *found.route))
        return see_other("/account/two-step");
    if (!found.route || !may_open(context, *found.route)) {
        if (context.scope.signed_in()) return reply_not_found(context);
        if (context.request.method != http::Method::post) return sessions::ask_to_sign_in(context);
        if (auto form = http::read_form(context.request)) context.form = std::move(form).value();
        return has_content(context.form) ? keep_what_was_typed(context, found.route)
                                         : see_other("/sign-in");
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

const RecordKind* find_record_kind(const Context& context, std::string_view kind) {
    if (!context.features) return nullptr;
    for (const auto& feature : *context.features)
        for (const auto& record : feature.records)
            if (record.kind == kind) return &record;
    return nullptr;
}

std::vector<OwnerFact> facts_of_owner(Context& context, const OwnerId& owner) {
    std::vector<OwnerFact> all;
    if (!context.features) return all;
    for (const auto& feature : *context.features) {
        if (!feature.owner_facts) continue;
        for (auto& fact : feature.owner_facts(context.db, context.scope, owner))
            all.push_back(std::move(fact));
    }
    return all;
}

std::vector<FirstPageFact> facts_for_first_page(Context& context) {
    std::vector<FirstPageFact> all;
    if (!context.features) return all;
    for (const auto& feature : *context.features) {
        if (!feature.first_page) continue;
        for (auto& fact : feature.first_page(context.db, context.scope))
            all.push_back(std::move(fact));
    }
    return all;
}

std::optional<std::string> page_of(const Context& context, std::string_view kind,
                                   std::string_view id) {
    const auto* record = find_record_kind(context, kind);
    auto page = record ? record->page(context.db, context.scope, id) : std::nullopt;
    return page ? std::optional(std::move(page->address)) : std::nullopt;
}

} // namespace openmasa
