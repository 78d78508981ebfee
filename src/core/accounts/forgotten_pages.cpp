#include "core/accounts/forgotten.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/rules.hpp"
#include "core/accounts/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::accounts {
namespace {

http::Response show(Context& context, const std::string& email, std::vector<Problem> problems) {
    const ForgottenPage page{.form_token = form_token::hidden(context),
                             .email = email,
                             .problems = std::move(problems),
                             .words = context.words};
    return reply(context, {.title = "Forgotten password",
                           .crumbs = {},
                           .notice = {},
                           .main = forgotten_view(page),
                           .has_problems = !page.problems.empty()});
}

} // namespace

http::Response show_forgotten(Context& context) {
    return show(context, {}, {});
}

http::Response send_forgotten(Context& context) {
    const std::string email(context.form.text("email"));
    if (!is_email(email))
        return show(context, email, {{"email", "Enter the e-mail address that you sign in with."}});
    const auto asked = ask_for_link(context.db, context.scope, email);
    if (!asked) return show(context, email, asked.refusal().problems);
    return see_other("/forgotten/sent");
}

http::Response show_forgotten_sent(Context& context) {
    return reply_plain(
        context, 200, "Look at your mail",
        html(
            R"(<p class="om-lede">If an account has that address, a link is on its way to it. It works once, for an hour.</p>
<p class="govuk-body">Nothing there after some minutes? Look among the unwanted mail, or ask the {} for a link.</p>
<p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in</a></p>)",
            context.words.one(terms::Word::business_unit)));
}

} // namespace openmasa::accounts
