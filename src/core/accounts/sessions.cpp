#include "core/accounts/sessions.hpp"
#include "core/access/secret.hpp"
#include "core/access/store.hpp"
#include "core/accounts/store.hpp"
#include "core/audit/audit.hpp"
#include "core/routing/form_token.hpp"
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

void recognise_session(Context& context, std::string_view secret) {
    const auto found = accounts::find_session(context.db, sha256(secret), context.scope.now);
    if (!found) return;
    context.secret = secret;
    context.scope.person = found->person;
    context.scope.account = found->account;
    context.scope.known_as = found->known_as;
    context.scope.holdings = access::holdings_of(context.db, found->person, context.scope.today);
}

} // namespace

bool has_cookie(const http::Request& request) {
    return looks_like_secret(request.cookie(session_cookie));
}

void recognise(Context& context) {
    const auto session = context.request.cookie(session_cookie);
    if (looks_like_secret(session)) recognise_session(context, session);
    if (context.scope.signed_in()) return;
    const auto visit = context.request.cookie(visit_cookie);
    context.secret =
        looks_like_secret(visit) ? std::string(visit) : new_secret(*context.scope.randomness);
}

void remember_visit(const Context& context, http::Response& response) {
    if (context.scope.signed_in() || context.request.cookie(visit_cookie) == context.secret) return;
    response.set("Set-Cookie", cookie(context, visit_cookie, context.secret, ""));
}

http::Response ask_to_sign_in(const Context& context) {
    if (context.request.path == "/") return see_other("/sign-in");
    return see_other(fmt::format("/sign-in?to={}", http::percent_encoded(context.request.path)));
}

std::string start(Context& context, const AccountId& account) {
    const auto secret = new_secret(*context.scope.randomness);
    const auto id = context.scope.new_id<SessionId>();
    accounts::add_session(context.db, {.id = id,
                                       .secret_hash = sha256(secret),
                                       .account = account,
                                       .from = context.scope.from,
                                       .started_at = context.scope.now,
                                       .expires_at = context.scope.now + lifetime});
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
