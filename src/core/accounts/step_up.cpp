#include "core/accounts/step_up.hpp"
#include "core/accounts/actions.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/two_step.hpp"
#include "core/accounts/two_step_store.hpp"
#include "core/accounts/two_step_views.hpp"
#include "core/accounts/views.hpp"
#include "core/audit/audit.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

http::Response show_proof(Context& context, std::vector<Problem> problems) {
    const ProofPage page{.form_token = form_token::hidden(context),
                         .to = safe_destination(context.form.text("to")),
                         .fields = proof_fields(context, problems),
                         .problems = problems};
    return reply(context, {.title = "Prove that it is you",
                           .crumbs = {},
                           .notice = {},
                           .main = proof_view(page),
                           .has_problems = !problems.empty()});
}

Result<Done> note_proof(Context& context) {
    return context.db.atomically([&]() -> Result<Done> {
        mark_proved(context.db, context.session->id, context.scope.now);
        audit::record(context.db, context.scope,
                      {.verb = "session.proved",
                       .kind = "session",
                       .id = context.session->id.view(),
                       .content = {}});
        return Done{};
    });
}

} // namespace

bool is_proved(const Context& context) {
    const auto& session = context.session;
    return session && session->proved_at &&
           context.scope.now - *session->proved_at < proof_lifetime;
}

std::optional<http::Response> ask_for_proof(const Context& context) {
    if (is_proved(context)) return std::nullopt;
    return see_other(
        fmt::format("/account/prove?to={}", http::percent_encoded(context.request.path)));
}

Html proof_fields(Context& context, ui::Problems problems) {
    auto fields = ui::password_field({.name = "password", .label = "Your password"}, problems);
    if (!has_two_step(context.db, *context.scope.account)) return fields;
    return fields + code_field(problems);
}

Result<Done> step_up(Context& context) {
    if (!context.session) return not_found();
    if (context.form.raw("password").empty()) return invalid("password", "Enter your password.");
    const auto own = find_account(context.db, *context.scope.account);
    TRY(check_password(context.db, context.scope, own->email, context.form.raw("password"), {},
                       "This is not your password."));
    if (has_two_step(context.db, own->id))
        TRY(check_code(context.db, context.scope, own->id, context.form.text("code")));
    TRY(note_proof(context));
    context.session->proved_at = context.scope.now;
    return Done{};
}

http::Response show_proof_form(Context& context) {
    return show_proof(context, {});
}

http::Response prove(Context& context) {
    const auto proved = step_up(context);
    if (!proved) return show_proof(context, proved.refusal().problems);
    return see_other(safe_destination(context.form.text("to")));
}

} // namespace openmasa::accounts
