#include "core/accounts/views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"

namespace openmasa::accounts {

Html sign_in_view(const SignInPage& page) {
    return html(
        R"({}{}<form class="om-form" action="/sign-in" method="post" novalidate>{}<input type="hidden" name="to" value="{}">
{}{}{}</form>
<p class="govuk-body om-form__below">Forgotten the password, or no account yet? Ask the business unit for a link.</p>)",
        ui::problems_summary(page.problems), pages::head({.title = "Sign in"}), page.form_token,
        page.to,
        ui::text_field({.name = "email",
                        .label = "E-mail address",
                        .value = page.email,
                        .type = "email",
                        .autocomplete = "username"},
                       page.problems),
        ui::password_field({.name = "password", .label = "Password"}, page.problems),
        ui::button({.text = "Sign in"}));
}

Html welcome_view(const WelcomePage& page) {
    return html(
        R"({}{}<form class="om-form" method="post" novalidate>{}<input type="hidden" name="username" value="{}" autocomplete="username">
{}{}{}</form>)",
        ui::problems_summary(page.problems),
        pages::head({.title = "Choose a password",
                     .sentence = html("For {}, who will sign in as <b>{}</b>.", page.known_as,
                                      page.email)}),
        page.form_token, page.email,
        ui::password_field(
            {.name = "password",
             .label = "Password",
             .hint =
                 "At least 12 characters. Three unrelated words are easy to remember and hard to guess.",
             .autocomplete = "new-password"},
            page.problems),
        ui::password_field(
            {.name = "again", .label = "The same password again", .autocomplete = "new-password"},
            page.problems),
        ui::button({.text = "Save the password and sign in"}));
}

Html account_view(const AccountPage& page) {
    Html may;
    for (const auto& one : page.may) append(may, "<li>{}</li>\n", one);
    const auto rights =
        page.may.empty()
            ? html(
                  R"(<p class="govuk-body">No role has been given to you yet, so there is nothing to see. Ask the business unit.</p>)")
            : html(R"(<p class="govuk-body">You may:</p><ul class="govuk-list govuk-list--bullet">
{}</ul>)",
                   may);
    return html(R"({}<dl class="om-dl om-measure"><dt>Shown as</dt><dd>{}</dd>
<dt>Signs in as</dt><dd>{}</dd>
{}</dl>
<section class="om-section" aria-labelledby="may"><h2 class="govuk-heading-m" id="may">What you may do</h2>{}</section>
<p class="govuk-body"><a class="govuk-link govuk-link--no-visited-state" href="/account/activity">What you have done</a></p>)",
                pages::head({.title = "Your account"}), page.known_as, page.email,
                when(!page.acts_for.empty(), html("<dt>Acts for</dt><dd>{}</dd>\n", page.acts_for)),
                rights);
}

} // namespace openmasa::accounts
