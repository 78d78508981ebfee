#include "core/accounts/two_step_views.hpp"
#include "core/accounts/one_time_code.hpp"
#include "core/accounts/qr_code.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"

namespace openmasa::accounts {
namespace {

Html verb(const TwoStepPage& page, std::string_view below, std::string_view text,
          std::string_view classes = "") {
    return html(R"(<form class="om-inline" action="/account/two-step{}" method="post">{}{}</form>
)",
                below, page.form_token,
                ui::button({.text = text, .classes = std::string(classes)}));
}

Html when_off(const TwoStepPage& page) {
    return pages::head(
               {.title = "Second step",
                .sentence = escaped(
                    "Signing in asks for your password, and then for a code from your telephone.")}) +
           html(
               R"(<div class="om-measure">{}<p class="govuk-body">It is off. With it, a password that somebody found out opens nothing.</p>
<p class="govuk-body">You need an app that shows six digits: an authenticator, or a password manager. It needs no network and no telephone number.</p>
{}</div>)",
               when(
                   page.is_needed,
                   html(
                       R"(<div class="om-missing"><p>You may administer. Nothing else opens until your second step is on.</p></div>)")),
               verb(page, "", "Set up the second step"));
}

Html when_begun(const TwoStepPage& page) {
    return ui::problems_summary(page.problems) + pages::head({.title = "Set up the second step"}) +
           html(R"(<div class="om-measure"><ol class="govuk-list govuk-list--number">
<li>In your authenticator app, add an account and scan this.<br>{}</li>
<li>Or type this key there: <b class="om-key-words">{}</b></li>
<li>Enter the six digits that the app shows now.</li></ol></div>
<form class="om-form" action="/account/two-step/confirm" method="post" novalidate>{}{}{}</form>)",
                qr_code(page.address, "QR code with the key; the same key stands below in words"),
                in_groups(page.key), page.form_token, code_field(page.problems),
                ui::button({.text = "Turn on the second step"}));
}

Html when_on(const TwoStepPage& page) {
    return pages::head({.title = "Second step",
                        .sentence = escaped("It is on: signing in asks for a code.")}) +
           html(
               R"(<div class="om-measure"><p class="govuk-body">{} left to recover with, if your telephone is lost or broken. Each works once in place of a code.</p>
{}<section class="om-section" aria-labelledby="off"><h2 class="govuk-heading-m" id="off">Turn it off</h2>
<p class="govuk-body">To move to another telephone, turn it off here and set it up again there. Whoever may administer is asked to set it up before anything else opens.</p>
{}</section></div>)",
               counted(page.codes_left, "code"),
               verb(page, "/codes", "Make ten new codes", "govuk-button--secondary"),
               verb(page, "/off", "Turn off the second step", "govuk-button--secondary"));
}

} // namespace

Html code_field(ui::Problems problems) {
    return ui::text_field(
        {.name = "code",
         .label = "Code",
         .hint = "The six digits that your app shows now, or a code to recover with.",
         .autocomplete = "one-time-code",
         .classes = "govuk-input--width-10"},
        problems);
}

Html two_step_view(const TwoStepPage& page) {
    if (page.is_on) return when_on(page);
    return page.key.empty() ? when_off(page) : when_begun(page);
}

Html recovery_codes_view(const std::vector<std::string>& codes) {
    Html list;
    for (const auto& code : codes) append(list, "<li>{}</li>\n", code);
    return pages::head(
               {.title = "Keep these codes",
                .sentence = escaped(
                    "The second step is on. Print this page, or write the codes down; they are not shown again.")}) +
           html(
               R"(<div class="om-measure"><p class="govuk-body">If your telephone is lost, each code signs you in once in place of the six digits. Keep them away from your password.</p>
<ul class="govuk-list om-codes">
{}</ul>
<p class="govuk-body"><a class="govuk-link" href="/account">Go on to your account</a></p></div>)",
               list);
}

} // namespace openmasa::accounts
