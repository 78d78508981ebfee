#include "core/accounts/views.hpp"
#include "core/accounts/two_step_views.hpp"
#include "web/http/form.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"

namespace openmasa::accounts {

Html sign_in_view(const SignInPage& page) {
    return html(
        R"({}{}<form class="om-form" action="/sign-in" method="post" novalidate>{}<input type="hidden" name="to" value="{}">
{}{}{}</form>
{}<p class="govuk-body om-form__below"><a class="govuk-link" href="/forgotten">Forgotten the password?</a> No account yet? Ask the {}.</p>)",
        ui::problems_summary(page.problems), pages::head({.title = "Sign in"}), page.form_token,
        page.to,
        ui::text_field({.name = "email",
                        .label = "E-mail address",
                        .value = page.email,
                        .type = "email",
                        .autocomplete = "username"},
                       page.problems),
        ui::password_field({.name = "password", .label = "Password"}, page.problems),
        ui::button({.text = "Sign in"}),
        when(
            page.has_outside_door,
            html(
                R"(<p class="govuk-body om-form__below"><a class="govuk-link" href="/sign-in/outside?to={}">Sign in with your organisation's account</a></p>
)",
                http::percent_encoded(page.to))),
        page.words.one(terms::Word::business_unit));
}

Html forgotten_view(const ForgottenPage& page) {
    return html(
        R"({}{}<form class="om-form" action="/forgotten" method="post" novalidate>{}{}{}</form>
<p class="govuk-body om-form__below">No account yet? Ask the {}. <a class="govuk-link" href="/sign-in">Back to sign in</a></p>)",
        ui::problems_summary(page.problems),
        pages::head({.title = "Forgotten password",
                     .sentence = escaped("A mail brings a link to choose a new one.")}),
        page.form_token,
        ui::text_field({.name = "email",
                        .label = "E-mail address",
                        .value = page.email,
                        .type = "email",
                        .autocomplete = "username"},
                       page.problems),
        ui::button({.text = "Send the link"}), page.words.one(terms::Word::business_unit));
}

Html code_view(const CodePage& page) {
    return html(
        R"({}{}<form class="om-form" action="/sign-in/code" method="post" novalidate>{}{}{}</form>
<p class="govuk-body om-form__below">Telephone lost, and no code to recover with? Ask the {} to turn off your second step. <a class="govuk-link" href="/sign-in">Start again</a></p>)",
        ui::problems_summary(page.problems), pages::head({.title = "Enter the code"}),
        page.form_token, code_field(page.problems), ui::button({.text = "Sign in"}),
        page.words.one(terms::Word::business_unit));
}

Html proof_view(const ProofPage& page) {
    return html(
        R"({}{}<form class="om-form" action="/account/prove" method="post" novalidate>{}<input type="hidden" name="to" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="/account">Leave it</a></div></form>)",
        ui::problems_summary(page.problems),
        pages::head(
            {.title = "Prove that it is you",
             .sentence = escaped(
                 "What comes next matters, so it asks once more. This holds for five minutes.")}),
        page.form_token, page.to, page.fields, ui::button({.text = "Go on"}));
}

Html kept_form_view(const KeptFormPage& page) {
    Html hidden, words;
    for (const auto& field : page.fields) {
        append(hidden, R"(<input type="hidden" name="{}" value="{}">
)",
               field.name, field.value);
        if (field.value.find(' ') != std::string::npos)
            append(words, R"(<p class="om-source__said">{}</p>
)",
                   escaped_lines(field.value));
    }
    return html(
        R"({}<div class="om-measure">{}</div>
<form class="om-inline" action="{}" method="post">{}<input type="hidden" name="kept_form" value="{}">
{}{}</form>
<form class="om-inline" action="/kept/{}/forget" method="post">{}{}</form>)",
        pages::head(
            {.title = "What you typed was kept",
             .sentence = html("It came at {}, after your session had ended. It is not saved yet.",
                              london_time(page.kept_at))}),
        words, page.path, page.form_token, page.id, hidden,
        ui::button({.text = "Open the form with what you typed"}), page.id, page.form_token,
        ui::button({.text = "Throw it away", .classes = "govuk-button--secondary"}));
}

Html sessions_view(const SessionsPage& page) {
    Html rows;
    for (const auto& row : page.rows)
        append(
            rows,
            R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell" role="cell">{}</td></tr>
)",
            row.from, spoken(row.started_at), spoken(row.last_used_at),
            row.is_this
                ? html("This one")
                : html(
                      R"(<form class="om-inline" action="/account/sessions/{}/end" method="post">{}<button type="submit" class="om-linkbutton">End it<span class="govuk-visually-hidden">, from {}</span></button></form>)",
                      row.id, page.form_token, row.from));
    const auto others = when(
        page.rows.size() > 1,
        html(
            R"(<form class="om-inline" action="/account/sessions/end-others" method="post">{}{}</form>)",
            page.form_token,
            ui::button({.text = "End all others", .classes = "govuk-button--secondary"})));
    return html(
        R"({}<table class="govuk-table om-stack" role="table"><caption class="govuk-visually-hidden">Where you are signed in</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">From</th><th scope="col" class="govuk-table__header" role="columnheader">Signed in</th><th scope="col" class="govuk-table__header" role="columnheader">Last used, about</th><th scope="col" class="govuk-table__header" role="columnheader">End</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>{})",
        pages::head(
            {.title = "Where you are signed in",
             .sentence = escaped("If one of these is not you, end it and choose a new password.")}),
        rows, others);
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
                  R"(<p class="govuk-body">No role has been given to you yet, so there is nothing to see. Ask the {}.</p>)",
                  page.words.one(terms::Word::business_unit))
            : html(R"(<p class="govuk-body">You may:</p><ul class="govuk-list govuk-list--bullet">
{}</ul>)",
                   may);
    return html(R"({}<dl class="om-dl om-measure"><dt>Shown as</dt><dd>{}</dd>
<dt>Signs in as</dt><dd>{}</dd>
{}<dt>Second step</dt><dd>{} <a class="govuk-link" href="/account/two-step">{}</a></dd>
<dt>Signed in</dt><dd><a class="govuk-link" href="/account/sessions">Where you are signed in</a></dd>
<dt>Elsewhere</dt><dd><a class="govuk-link" href="/account/identities">Accounts elsewhere that sign you in</a></dd>
<dt>Other programs</dt><dd><a class="govuk-link" href="/account/tokens">Tokens for other programs</a></dd>
<dt>Lists</dt><dd><a class="govuk-link" href="/views">Saved views</a></dd>
</dl>
<section class="om-section" aria-labelledby="may"><h2 class="govuk-heading-m" id="may">What you may do</h2>{}</section>
<p class="govuk-body"><a class="govuk-link govuk-link--no-visited-state" href="/account/activity">What you have done</a></p>)",
                pages::head({.title = "Your account"}), page.known_as, page.email,
                when(!page.acts_for.empty(), html("<dt>Acts for</dt><dd>{}</dd>\n", page.acts_for)),
                page.has_two_step ? "On." : "Off.", page.has_two_step ? "Change it" : "Set it up",
                rights);
}

} // namespace openmasa::accounts
