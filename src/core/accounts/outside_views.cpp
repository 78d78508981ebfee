#include "core/accounts/outside_views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

Html end_form(const IdentitiesSection& section, const JoinedIdentity& one) {
    return html(
        R"( <form class="om-inline" action="{}/{}/end" method="post">{}<button type="submit" class="om-linkbutton">End it<span class="govuk-visually-hidden">: {} at {}</span></button></form>)",
        section.address, one.id, section.form_token, one.identity.subject, one.identity.issuer);
}

Html list_of(const IdentitiesSection& section) {
    Html list;
    for (const auto& one : section.identities)
        append(list, "<li><b>{}</b> at {}, joined {}{}{}</li>\n", one.identity.subject,
               one.identity.issuer, spoken(london_day(one.joined_at)),
               one.last_used_at ? ", last used " + spoken(*one.last_used_at)
                                : std::string(", not used yet"),
               when(section.may_end, end_form(section, one)));
    if (section.identities.empty()) list = html("<li>None.</li>");
    return html(R"(<ul class="govuk-list govuk-list--bullet om-measure">
{}</ul>)",
                list);
}

} // namespace

Html outside_view(const OutsidePage& page) {
    return pages::head({.title = "Sign in",
                        .sentence = html("Your organisation says that you are <b>{}</b>.",
                                         page.identity.subject)}) +
           html(
               R"(<form class="om-form" action="/sign-in/outside" method="post" novalidate>{}<input type="hidden" name="to" value="{}">
{}</form>
<p class="govuk-body om-form__below"><a class="govuk-link" href="/sign-in">Sign in with a password instead</a></p>
)",
               page.form_token, page.to,
               ui::button({.text = fmt::format("Sign in as {}", page.known_as)}));
}

Html outside_unknown_view(const OutsideIdentity& identity, const terms::Words& words) {
    const bool is_told = !identity.issuer.empty() && !identity.subject.empty();
    if (!is_told)
        return html(
            R"(<p class="govuk-body om-measure">Your organisation did not say who you are. Try again from its own sign-in page.</p>
<p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in with a password instead</a></p>
)");
    return html(
        R"(<div class="om-measure"><p class="govuk-body">No account here is joined with who you are at your organisation. Ask the {} to join yours, and tell them this:</p>
<dl class="om-dl"><dt>Issuer</dt><dd>{}</dd><dt>Subject</dt><dd>{}</dd></dl>
<p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in with a password instead</a></p></div>
)",
        words.one(terms::Word::business_unit), identity.issuer, identity.subject);
}

Html identities_section(const IdentitiesSection& section) {
    return html(
        R"(<section class="om-section" aria-labelledby="identities"><h2 class="govuk-heading-m" id="identities">Accounts elsewhere that sign them in</h2>
{}{}</section>
)",
        list_of(section),
        when(section.may_join,
             html(R"(<p class="govuk-body"><a class="govuk-link" href="{}/add">Join one</a></p>
)",
                  section.address)));
}

Html own_identities_view(const IdentitiesSection& section, const terms::Words& words) {
    return pages::head({.title = "Accounts elsewhere that sign you in",
                        .sentence = html("When your organisation signs you in, you need no "
                                         "password here. The {} joins them with your account.",
                                         words.one(terms::Word::business_unit))}) +
           list_of(section) +
           when(
               !section.identities.empty(),
               html(
                   R"(<p class="govuk-body om-measure">Ending one signs you out everywhere else.</p>
)"));
}

Html join_view(const JoinPage& page) {
    const auto person = fmt::format("/people/{}", page.person.account.view());
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Join an account elsewhere",
                        .sentence = html("Whoever signs in there as this subject opens the account "
                                         "of <b>{}</b>. They are told by mail.",
                                         page.person.known_as)}) +
           html(
               R"(<form class="om-form" action="{}/identities/add" method="post" novalidate>{}
{}{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it</a></div></form>
)",
               person, page.form_token,
               ui::text_field({.name = "issuer",
                               .label = "Issuer",
                               .hint = "As their page says it when they try to sign in, for "
                                       "example https://login.example.org.",
                               .value = page.typed.issuer,
                               .autocomplete = "off"},
                              page.problems),
               ui::text_field(
                   {.name = "subject",
                    .label = "Subject",
                    .hint = "What the issuer calls them. Small and large letters differ.",
                    .value = page.typed.subject,
                    .autocomplete = "off"},
                   page.problems),
               ui::button({.text = "Join it"}), person);
}

} // namespace openmasa::accounts
