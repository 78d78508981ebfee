#include "core/rights/views.hpp"
#include "kernel/text.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/table.hpp"
#include <fmt/format.h>

namespace openmasa::rights {
namespace {

constexpr auto stacked = "om-stack";

Html section(std::string_view id, std::string_view title, const Html& content) {
    return html(
        R"(<section class="om-section" aria-labelledby="{}"><h2 class="govuk-heading-m" id="{}">{}</h2>
{}</section>
)",
        id, id, title, content);
}

/// A dash where the table is a table; nothing on a phone, where it would stand alone.
ui::TableCell none() {
    return {
        .text = html(
            R"(<span class="om-ev om-ev--none"><span aria-hidden="true">&ndash;</span><span class="govuk-visually-hidden">None</span></span>)")};
}

/// A role a row, so that the table is no wider than its words.
Html what_roles_may(const terms::Words& words) {
    ui::Table table{
        .caption = "What each role may do",
        .caption_classes = "govuk-visually-hidden",
        .head = {{.text = "Role"}, {.text = "Everywhere"}, {.text = "Within what it is held for"}},
        .rows = {},
        .first_cell_is_header = true,
        .classes = stacked};
    for (const auto role : all_roles) {
        std::string everywhere, within;
        for (const auto permission : all_permissions) {
            if (permission == Permission::anyone || permission == Permission::own_account) continue;
            auto& list = reach(role, permission) == Reach::within ? within : everywhere;
            if (reach(role, permission) != Reach::none)
                list += fmt::format("{}{}", list.empty() ? "" : "; ", spoken(permission, words));
        }
        table.rows.push_back({{.text = spoken(role, words)},
                              everywhere.empty() ? none() : ui::TableCell{.text = everywhere},
                              within.empty() ? none() : ui::TableCell{.text = within}});
    }
    return ui::table(table);
}

/// A role that is no more goes by its word.
std::string role_in_words(const std::string& role, const terms::Words& words) {
    Role known{};
    return from_text(role, known) ? std::string(spoken(known, words)) : role;
}

Html who_holds(const RightsPage& page) {
    if (page.held.empty())
        return html(R"(<p class="govuk-body">Nobody held a role on that day.</p>
)");
    ui::Table table{.caption = "Who holds which role",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Who"},
                             {.text = "Role"},
                             {.text = "Within"},
                             {.text = "From"},
                             {.text = "To"}},
                    .rows = {},
                    .first_cell_is_header = true,
                    .classes = stacked};
    for (const auto& held : page.held)
        table.rows.push_back(
            {{.text = held.known_as},
             {.text = role_in_words(held.role, page.words)},
             {.text = held.owner_name.empty() ? std::string("The partnership") : held.owner_name},
             {.text = spoken(held.from)},
             held.to ? ui::TableCell{.text = spoken(*held.to)} : none()});
    return ui::table(table);
}

Html what_is_restricted(const RightsPage& page) {
    if (page.restrictions.empty())
        return html(R"(<p class="govuk-body">No record that you may read is restricted.</p>)");
    ui::Table table{.caption = "Restricted records that you may read",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Record"},
                             {.text = "May read"},
                             {.text = "May not"},
                             {.text = "Look again by"}},
                    .rows = {},
                    .first_cell_is_header = true,
                    .classes = stacked};
    for (const auto& one : page.restrictions)
        table.rows.push_back(
            {{.text = html(R"(<a class="govuk-link" href="{}">{} {}</a>)", one.record.address,
                           one.record.reference, one.record.title)},
             one.readers == 0 ? none() : ui::TableCell{.text = counted(one.readers, "name")},
             one.denied == 0 ? none()
                             : ui::TableCell{.text = counted(one.denied, "name") + " denied"},
             {.text = spoken(one.review_on) + (page.today > one.review_on ? ", late" : "")}});
    return ui::table(table);
}

std::vector<ui::SelectItem> people_items(const WhyPage& page) {
    std::vector<ui::SelectItem> items;
    for (const auto& person : page.people)
        items.push_back({.text = person.known_as, .value = person.id.str()});
    return items;
}

std::vector<ui::SelectItem> permission_items(const terms::Words& words) {
    std::vector<ui::SelectItem> items;
    for (const auto permission : all_permissions)
        if (permission != Permission::anyone && permission != Permission::own_account)
            items.push_back(
                {.text = spoken(permission, words), .value = std::string(to_text(permission))});
    return items;
}

Html answer_view(const WhyPage& page) {
    if (!page.answer) return {};
    Html because;
    for (const auto& words : page.answer->because) append(because, "<li>{}</li>\n", words);
    return html(
        R"(<section class="om-missing" aria-labelledby="answer"><h2 id="answer">{}: {}</h2><ul>
{}</ul></section>
)",
        page.who, page.answer->may ? "yes" : "no", because);
}

} // namespace

Html rights_view(const RightsPage& page) {
    return pages::head({.title = "Who may do what",
                        .sentence = html("What each role allows, who holds it, and which records "
                                         "only some may read."),
                        .verbs = ui::button({.text = "Ask why",
                                             .href = "/rights/why",
                                             .classes = "govuk-button--secondary"})}) +
           section("roles", "What each role may do",
                   when(page.is_past, html(R"(<p class="govuk-body om-quiet">As it is today.</p>
)")) + what_roles_may(page.words)) +
           section("held", "Who holds which role", who_holds(page)) +
           section(
               "restricted", "Restricted records",
               what_is_restricted(page) +
                   when(
                       page.may_see_uses,
                       html(
                           R"(<p class="govuk-body"><a class="govuk-link" href="/break-glass/uses">Who has broken the glass</a></p>
)")));
}

Html why_view(const WhyPage& page) {
    return html(
        R"({}{}{}<form class="om-form" action="/rights/why" method="get">
{}{}{}{}</form>
)",
        ui::problems_summary(page.problems),
        pages::head({.title = "Why may somebody do something?",
                     .sentence = html("Or why not. With the reference of a record the answer is "
                                      "about that one.")}),
        answer_view(page),
        page.people.empty() ? Html()
                            : ui::select_field({.name = "person",
                                                .label = "Who?",
                                                .value = page.person,
                                                .items = people_items(page)},
                                               page.problems),
        ui::select_field({.name = "permission",
                          .label = "What?",
                          .value = page.permission,
                          .items = permission_items(page.words)},
                         page.problems),
        ui::text_field({.name = "reference",
                        .label = "Which record? (optional)",
                        .hint = "For example VA 3.",
                        .value = page.reference,
                        .classes = "govuk-input--width-10"},
                       page.problems),
        ui::button({.text = "Answer"}));
}

} // namespace openmasa::rights
