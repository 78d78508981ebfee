#include "core/accounts/role_views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include <fmt/format.h>

namespace openmasa::accounts {
namespace {

std::vector<ui::SelectItem> role_items(const GivePage& page) {
    std::vector<ui::SelectItem> items{{.text = "Choose a role", .value = ""}};
    for (auto role : page.roles)
        items.push_back({.text = spoken(role, page.words), .value = std::string(to_text(role))});
    return items;
}

std::string_view type_of(const access::Owner& owner, const terms::Words& words) {
    const bool is_agency = owner.type == access::OwnerType::agency;
    return is_agency ? words.one(terms::Word::agency) : to_text(owner.type);
}

std::vector<ui::SelectItem> owner_items(const GivePage& page) {
    std::vector<ui::SelectItem> items{{.text = "None", .value = ""}};
    for (const auto& owner : page.owners)
        items.push_back({.text = fmt::format("{} ({})", owner.name, type_of(owner, page.words)),
                         .value = owner.id.str()});
    return items;
}

std::vector<ui::SelectItem> group_items(const GivePage& page) {
    std::vector<ui::SelectItem> items{{.text = "It is no seat", .value = ""}};
    for (const auto& owner : page.owners)
        if (owner.type == access::OwnerType::group)
            items.push_back({.text = owner.name, .value = owner.id.str()});
    return items;
}

Html owner_field(const GivePage& page) {
    return ui::select_field({.name = "owner",
                             .label = "Within which?",
                             .value = page.typed.owner,
                             .items = owner_items(page)},
                            page.problems);
}

Html record_field(const GivePage& page) {
    return ui::text_field(
        {.name = "record",
         .label = "On which record?",
         .hint = page.words.say("VA for [a priority], VA 3 for an action, or the address of the "
                                "record's page. They read it, what hangs on it, and nothing "
                                "else by this role."),
         .value = page.typed.record},
        page.problems);
}

Html new_place_fields(const GivePage& page) {
    const ui::Problems problems = page.problems;
    const bool is_used = !page.typed.new_owner.empty() || !page.typed.seat_in.empty();
    return html(
        R"(<details class="govuk-details"{}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Within one that is not in the list</span></summary><div class="govuk-details__text">{}{}</div></details>
)",
        when(is_used, html(" open")),
        ui::text_field({.name = "new_owner",
                        .label = "What is it called?",
                        .hint = "A seat has a name of its own: Education in the Neglect Group.",
                        .value = page.typed.new_owner},
                       problems),
        ui::select_field({.name = "seat_in",
                          .label = "A seat in which group?",
                          .value = page.typed.seat_in,
                          .items = group_items(page)},
                         problems));
}

Html place_fields(const GivePage& page) {
    return ui::radios_field(
        {.name = "where",
         .legend = "Where is it held?",
         .value = page.typed.where,
         .items = {{.text = "The whole partnership", .value = "partnership"},
                   {.text = page.words.say("Within [an agency], group, office or seat"),
                    .value = "owner",
                    .conditional = owner_field(page) + new_place_fields(page)},
                   {.text = "On one record", .value = "record", .conditional = record_field(page)}},
         .legend_classes = "govuk-fieldset__legend--s"},
        page.problems);
}

Html day_fields(const GivePage& page) {
    const ui::Problems problems = page.problems;
    return ui::text_field({.name = "from",
                           .label = "First day",
                           .value = page.typed.from,
                           .classes = "govuk-input--width-10"},
                          problems) +
           ui::text_field({.name = "to",
                           .label = "Last day (optional)",
                           .value = page.typed.to,
                           .classes = "govuk-input--width-10"},
                          problems);
}

std::string address(const PersonRow& person, std::string_view below) {
    return fmt::format("/people/{}{}", person.account.view(), below);
}

} // namespace

std::string in_words(const ShownRole& role) {
    if (role.place.empty()) return role.called;
    return fmt::format("{} {} {}", role.called, role.held.record_id ? "on" : "for", role.place);
}

std::string days_of(const HeldRole& held) {
    return held.to ? fmt::format("from {} to {}", spoken(held.from), spoken(*held.to))
                   : fmt::format("from {}", spoken(held.from));
}

Html give_view(const GivePage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Give a role",
                        .sentence = html("To <b>{}</b>, beside the roles that they hold.",
                                         page.person.known_as)}) +
           html(
               R"(<form class="om-form" action="{}" method="post" novalidate>{}
{}{}{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it</a></div></form>
)",
               address(page.person, "/roles/add"), page.form_token,
               ui::select_field({.name = "role",
                                 .label = "Role",
                                 .value = page.typed.role,
                                 .items = role_items(page)},
                                page.problems),
               place_fields(page), day_fields(page), ui::button({.text = "Give this role"}),
               address(page.person, ""));
}

Html end_view(const EndPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = "End this role",
                        .sentence = html("<b>{}</b>: {}, {}.", page.person.known_as,
                                         in_words(page.role), days_of(page.role.held))}) +
           html(
               R"(<form class="om-form" action="{}" method="post" novalidate>{}
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it</a></div></form>
)",
               address(page.person, "/roles/" + page.role.held.id + "/end"), page.form_token,
               ui::text_field({.name = "last",
                               .label = "The last day that it counts (optional)",
                               .hint = "Leave it empty to end the role at once.",
                               .value = page.last,
                               .classes = "govuk-input--width-10"},
                              page.problems),
               ui::button({.text = "End this role"}), address(page.person, ""));
}

} // namespace openmasa::accounts
