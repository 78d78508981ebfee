#include "core/access/secret.hpp"
#include "core/accounts/actions.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/two_step_store.hpp"
#include "core/accounts/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::accounts {
namespace {

http::Response show_used_link(const Context& context) {
    return reply_plain(
        context, 404, "This link has been used, or is too old",
        html(
            R"(<p class="om-lede">A link works once, and for a limited time. Ask the {} for a new one.</p>
<p class="govuk-body">If you have chosen a password already, <a class="govuk-link" href="/sign-in">sign in</a>.</p>)",
            context.words.one(terms::Word::business_unit)));
}

http::Response show_welcome(Context& context, std::vector<Problem> problems) {
    const auto id =
        find_invitation(context.db, sha256(context.captured("secret")), context.scope.now);
    const auto account = id ? find_account(context.db, *id) : std::nullopt;
    if (!account) return show_used_link(context);
    const bool has_problems = !problems.empty();
    const WelcomePage page{.form_token = form_token::hidden(context),
                           .known_as = account->known_as,
                           .email = account->email,
                           .problems = std::move(problems)};
    return reply(context, {.title = "Choose a password",
                           .crumbs = {},
                           .notice = {},
                           .main = welcome_view(page),
                           .has_problems = has_problems});
}

} // namespace

http::Response show_welcome_form(Context& context) {
    return show_welcome(context, {});
}

http::Response welcome(Context& context) {
    const auto chosen = choose_password(context.db, context.scope,
                                        {.secret = context.captured("secret"),
                                         .password = context.form.raw("password"),
                                         .again = context.form.raw("again")});
    if (!chosen) return show_welcome(context, chosen.refusal().problems);
    // A link that went astray must not get around the second step.
    if (has_two_step(context.db, chosen->id)) return see_other("/sign-in");
    return enter(context, *chosen, "/");
}

} // namespace openmasa::accounts
