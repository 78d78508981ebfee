#include "core/accounts/pages.hpp"
#include "core/accounts/views.hpp"
#include "core/audit/audit.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::accounts {
namespace {

constexpr auto here = "/account/sessions";

void tell_ended(const Context& context, const SessionId& id) {
    audit::record(context.db, context.scope,
                  {.verb = "session.ended", .kind = "session", .id = id.view(), .content = {}});
}

} // namespace

http::Response show_sessions(Context& context) {
    SessionsPage page{.form_token = form_token::hidden(context)};
    for (auto& row : sessions_of(context.db, *context.scope.account, context.scope.now))
        page.rows.push_back({row.id.str(), std::move(row.from), row.started_at, row.last_used_at,
                             row.id == context.session->id});
    return reply(context, {.title = "Where you are signed in",
                           .crumbs = {{"Your account", "/account"}},
                           .notice = {},
                           .main = sessions_view(page)});
}

http::Response end_session_here(Context& context) {
    const auto id = context.id<SessionId>();
    if (!id) return reply_not_found(context);
    const auto ended = submit(context, [&]() -> Result<std::string> {
        if (!end_session_of(context.db, *context.scope.account, *id, context.scope.now))
            return not_found();
        tell_ended(context, *id);
        return std::string(here);
    });
    return ended ? see_other(*ended) : reply_not_found(context);
}

http::Response end_other_sessions(Context& context) {
    const auto account = *context.scope.account;
    (void)submit(context, [&]() -> Result<std::string> {
        end_other_sessions_of(context.db, account, context.session->id, context.scope.now);
        audit::record(context.db, context.scope,
                      {.verb = "account.sessions_ended",
                       .kind = "account",
                       .id = account.view(),
                       .content = {}});
        return std::string(here);
    });
    return see_other(here);
}

} // namespace openmasa::accounts
