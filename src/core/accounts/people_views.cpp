#include "core/accounts/people_views.hpp"
#include "core/accounts/outside_views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

std::string_view state_of(const PersonRow& person) {
    if (person.ended) return "Ended";
    return person.has_password ? "Open" : "Has not chosen a password";
}

Html form_button(const PersonPage& page, std::string_view below, std::string_view words) {
    return html(
        R"(<form class="om-inline" action="/people/{}/{}" method="post">{}{}</form>
)",
        page.person.account, below, page.form_token,
        ui::button({.text = words, .classes = "govuk-button--secondary"}));
}

Html role_item(const PersonPage& page, const ShownRole& role) {
    const bool may_end = page.may_keep && !page.person.ended;
    return html(
        "<li>{}, {}{}</li>\n", in_words(role), days_of(role.held),
        when(
            may_end,
            html(
                R"( <a class="govuk-link" href="/people/{}/roles/{}/end">End<span class="govuk-visually-hidden"> the role {}</span></a>)",
                page.person.account, role.held.id, in_words(role))));
}

Html roles_of(const PersonPage& page) {
    Html list;
    for (const auto& role : page.roles) list += role_item(page, role);
    if (page.roles.empty())
        list = html("<li>No role: they see nothing but their own account.</li>");
    return html(
        R"(<section class="om-section" aria-labelledby="roles"><h2 class="govuk-heading-m" id="roles">Roles</h2>
<ul class="govuk-list govuk-list--bullet">
{}</ul></section>
)",
        list);
}

Html sessions_of(const PersonPage& page) {
    Html list;
    for (const auto& session : page.sessions)
        append(list, "<li>From {}, signed in {}, last used about {}</li>\n", session.from,
               spoken(session.started_at), spoken(session.last_used_at));
    if (page.sessions.empty()) list = html("<li>Not signed in now.</li>");
    return html(
        R"(<section class="om-section" aria-labelledby="sessions"><h2 class="govuk-heading-m" id="sessions">Signed in</h2>
<ul class="govuk-list govuk-list--bullet">
{}</ul>{}</section>
)",
        list,
        when(page.may_keep && !page.sessions.empty(),
             form_button(page, "sessions/end", "End all of these")));
}

Html verbs(const PersonPage& page) {
    if (!page.may_keep || page.person.ended) return {};
    const auto address = fmt::format("/people/{}", page.person.account.view());
    Html both = ui::button({.text = "Give a role",
                            .href = address + "/roles/add",
                            .classes = "govuk-button--secondary"});
    if (!page.is_own)
        both += ui::button(
            {.text = "They leave", .href = page.leaving, .classes = "govuk-button--secondary"});
    return both;
}

Html helping(const PersonPage& page) {
    if (!page.may_keep || page.person.ended) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="help"><h2 class="govuk-heading-m" id="help">When they cannot sign in</h2>
<p class="govuk-body om-measure">A one-time link lets them choose a password. It takes the place of older ones; the password they have stays until they use it.</p>
{}{}</section>
)",
        form_button(page, "invitation", "Make a one-time link"),
        when(
            page.person.has_two_step,
            html(
                R"(<p class="govuk-body om-measure">Telephone lost, and no code to recover with? Make sure that it is they who ask, then turn off their second step.</p>
{})",
                form_button(page, "two-step/off", "Turn off their second step"))));
}

std::vector<ui::SelectItem> role_items(const RolePage& page) {
    std::vector<ui::SelectItem> items{{.text = "Choose a role", .value = ""}};
    for (auto role : page.roles)
        items.push_back(
            {.text = is_held_within(role)
                         ? fmt::format("{} (within {} or group)", spoken(role, page.words),
                                       page.words.with_article(terms::Word::agency))
                         : spoken(role, page.words),
             .value = std::string(to_text(role))});
    items.push_back({.text = "No role: sees nothing but their own account", .value = "none"});
    return items;
}

Html role_fields(const RolePage& page) {
    const ui::Problems problems = page.problems;
    std::vector<ui::SelectItem> owners{{.text = "None", .value = ""}};
    for (const auto& name : page.owners) owners.push_back({.text = name, .value = name});
    return ui::select_field(
               {.name = "role", .label = "Role", .value = page.role, .items = role_items(page)},
               problems) +
           ui::select_field(
               {.name = "owner",
                .label = "Held within",
                .hint = page.words.say("For roles within [an agency], a group or an office."),
                .value = page.owner,
                .items = owners},
               problems) +
           ui::text_field({.name = "new_owner",
                           .label = "Or within one that is not in the list",
                           .value = page.new_owner},
                          problems);
}

Html new_person_fields(const RolePage& page) {
    const ui::Problems problems = page.problems;
    return ui::text_field(
               {.name = "name",
                .label = "Shown as",
                .hint = page.words.say("The office is best: Head of delivery, [business unit]."),
                .value = page.known_as},
               problems) +
           ui::text_field({.name = "email",
                           .label = "E-mail address",
                           .value = page.email,
                           .type = "email",
                           .autocomplete = "off"},
                          problems);
}

Html duty_field(const LeavePage& page, const Duty& duty) {
    std::vector<ui::SelectItem> items{
        {.text = duty.others ? fmt::format("{} act for it already", counted(duty.others, "other"))
                             : "Choose who takes it over",
         .value = ""},
        {.text = "Nobody for now", .value = "nobody"}};
    for (const auto& other : page.others)
        items.push_back({.text = other.known_as, .value = other.account.str()});
    std::string value;
    for (const auto& choice : page.chosen.handed_over)
        if (choice.owner == duty.owner)
            value = choice.to ? choice.to->str() : choice.to_nobody ? "nobody" : "";
    return ui::select_field(
        {.name = "to-" + duty.owner.str(), .label = duty.name, .value = value, .items = items},
        page.problems);
}

} // namespace

Html person_view(const PersonPage& page) {
    const auto& person = page.person;
    return pages::head(
               {.title = person.known_as,
                .sentence = html(
                    R"({}, {}.{} <a class="govuk-link" href="/people/details/{}">How to reach them</a>)",
                    person.email, lower(state_of(person)),
                    person.has_two_step ? " Signs in with a second step." : "", person.person),
                .verbs = verbs(page)}) +
           when(
               !page.may_keep,
               html(
                   R"(<p class="govuk-body om-measure">Their role allows more than yours, so only whoever may administer can change this account.</p>)")) +
           roles_of(page) +
           identities_section(
               {.form_token = page.form_token,
                .identities = page.identities,
                .address = fmt::format("/people/{}/identities", person.account.view()),
                .may_end = page.may_keep && !person.ended,
                .may_join = page.may_keep && !person.ended}) +
           sessions_of(page) + helping(page);
}

Html role_view(const RolePage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Add a person",
                        .sentence = html("They get a one-time link to choose a password with.")}) +
           html(
               R"(<form class="om-form" action="/people/new" method="post" novalidate>{}{}{}<div class="om-form__acts">{}<a class="govuk-link" href="/people">Leave it</a></div></form>
)",
               page.form_token, new_person_fields(page), role_fields(page),
               ui::button({.text = "Add this person"}));
}

Html invited_view(const InvitedPage& page) {
    return pages::head({.title = "Send this link",
                        .sentence = html("To <b>{}</b>. It is shown only now.", page.known_as)}) +
           html(R"(<div class="om-measure"><p class="govuk-body om-key-words"><b>{}</b></p>
<p class="govuk-body">It works once, for seven days: whoever opens it chooses the password. Send it to them alone, by a way that you trust.</p>
<p class="govuk-body"><a class="govuk-link" href="/people/{}">Back to {}</a></p></div>
)",
                page.address, page.account, page.known_as);
}

Html leave_view(const LeavePage& page) {
    Html duties;
    for (const auto& duty : page.duties) duties += duty_field(page, duty);
    const auto& person = page.person;
    return ui::problems_summary(page.problems) +
           pages::head({.title = "They leave",
                        .sentence = html("<b>{}</b>{}{}.", person.known_as,
                                         page.roles.empty() ? "" : ": ", page.roles)}) +
           html(
               R"(<form class="om-form" action="/people/{}/leave" method="post" novalidate>{}
{}<p class="govuk-body">At once: their sessions end, their one-time links and the links they gave stop working, and they can no longer sign in. What they wrote stays under their name.</p>
<div class="om-form__acts">{}<a class="govuk-link" href="/people/{}">Leave the account as it is</a></div></form>
)",
               person.account, page.form_token,
               when(!page.duties.empty(),
                    html(R"(<h2 class="govuk-heading-m">Who takes over what they act for?</h2>
{})",
                         duties)),
               ui::button({.text = "End this account", .classes = "govuk-button--warning"}),
               person.account);
}

} // namespace openmasa::accounts
