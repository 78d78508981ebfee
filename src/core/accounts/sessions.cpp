#include "core/accounts/sessions.hpp"
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/security_notices.hpp"
#include "core/accounts/store.hpp"
#include "core/accounts/two_step.hpp"
#include "core/audit/audit.hpp"
#include "core/routing/form_token.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::sessions {
namespace {

constexpr std::string_view session_cookie = "openmasa_session";
constexpr std::string_view visit_cookie = "openmasa_visit";

bool looks_like_secret(std::string_view text) {
    return text.size() == 43;
}

std::string cookie(const Context& context, std::string_view name, std::string_view value,
                   std::string_view more) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax{}{}", name, value,
                       context.secure ? "; Secure" : "", more);
}

/// A form may stand on a page, or on the one that an answer leads to; what machines ask for (a
/// file, a look, whether we are well) has none.
bool leads_to_a_form(const http::Response& response) {
    const auto type = std::ranges::find(response.headers, "Content-Type", &http::Header::name);
    const bool is_page = type != response.headers.end() && type->value.starts_with("text/html");
    return is_page || response.status == 303;
}

OpenSession facts_of(const accounts::SessionHolder& holder, Moment now) {
    const bool is_due = now - holder.last_used_at >= accounts::use_is_noted_every;
    const auto idle_end = (is_due ? now : holder.last_used_at) + accounts::idle_limit;
    return {.id = holder.id,
            .proved_at = holder.proved_at,
            .until = std::min<Moment>(holder.expires_at, idle_end),
            .note_is_due = is_due};
}

void recognise_session(Context& context, std::string_view secret) {
    const auto found = accounts::find_session(context.db, sha256(secret), context.scope.now);
    if (!found) return;
    context.secret = secret;
    context.session = facts_of(*found, context.scope.now);
    context.scope.person = found->person;
    context.scope.account = found->account;
    context.scope.known_as = found->known_as;
    auto held = access::held_by(context.db, found->person, context.scope.today);
    context.scope.something_restricted = held.something_restricted;
    const bool has_second_step = found->has_two_step || found->second_step_outside;
    if (!has_second_step && accounts::needs_two_step(held.holdings)) {
        context.session->needs_second_step = true;
        return;
    }
    context.scope.holdings = std::move(held.holdings);
}

} // namespace

bool has_cookie(const http::Request& request) {
    return looks_like_secret(request.cookie(session_cookie));
}

std::string_view cookie_of(const http::Request& request) {
    const auto secret = request.cookie(session_cookie);
    return looks_like_secret(secret) ? secret : std::string_view();
}

void recognise(Context& context) {
    const auto session = cookie_of(context.request);
    if (!session.empty()) recognise_session(context, session);
    if (context.scope.signed_in()) return;
    const auto visit = context.request.cookie(visit_cookie);
    context.secret =
        looks_like_secret(visit) ? std::string(visit) : new_secret(*context.scope.randomness);
}

void remember_visit(const Context& context, http::Response& response) {
    if (!leads_to_a_form(response)) return;
    if (context.scope.signed_in() || context.request.cookie(visit_cookie) == context.secret) return;
    response.set("Set-Cookie", cookie(context, visit_cookie, context.secret, ""));
}

void note_use(Context& context) {
    if (!context.session || !context.session->note_is_due) return;
    try {
        (void)context.db.atomically([&]() -> Result<Done> {
            accounts::mark_used(context.db, context.session->id, context.scope.now);
            return Done{};
        });
    } catch (const store::Fault&) {
        // Nobody was told that it is noted; the session only ends a little earlier.
    }
}

http::Response ask_to_sign_in(const Context& context) {
    if (context.request.path == "/") return see_other("/sign-in");
    return see_other(fmt::format("/sign-in?to={}", http::percent_encoded(context.request.path)));
}

std::string start(Context& context, const AccountId& account) {
    const auto secret = new_secret(*context.scope.randomness);
    const auto id = context.scope.new_id<SessionId>();
    accounts::tell_of_new_place(context.db, context.scope, account);
    accounts::add_session(context.db,
                          {.id = id,
                           .secret_hash = sha256(secret),
                           .account = account,
                           .from = context.scope.from,
                           .started_at = context.scope.now,
                           .expires_at = context.scope.now + accounts::session_lifetime});
    accounts::mark_proved(context.db, id, context.scope.now);
    audit::record(context.db, context.scope,
                  {.verb = "session.started", .kind = "session", .id = id.view(), .content = {}});
    return secret;
}

void set_cookie(const Context& context, http::Response& response, const std::string& secret) {
    response.set("Set-Cookie", cookie(context, session_cookie, secret, ""));
}

void end(Context& context) {
    const auto id = accounts::end_session(context.db, sha256(context.secret), context.scope.now);
    if (id)
        audit::record(
            context.db, context.scope,
            {.verb = "session.ended", .kind = "session", .id = id->view(), .content = {}});
}

void clear_cookie(const Context& context, http::Response& response) {
    response.set("Set-Cookie", cookie(context, session_cookie, "", "; Max-Age=0"));
}

} // namespace openmasa::sessions
