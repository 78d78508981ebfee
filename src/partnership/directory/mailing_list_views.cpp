#include "partnership/directory/mailing_list_views.hpp"
#include "kernel/text.hpp"
#include "partnership/tabs.hpp"
#include "web/http/percent.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/table.hpp"
#include <fmt/format.h>

namespace openmasa::directory {
namespace {

std::string address(const MailingList& list, std::string_view below = {}) {
    return fmt::format("/directory/lists/{}{}{}", list.id.view(), below.empty() ? "" : "/", below);
}

Html link(const std::string& href, std::string_view words) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)", href,
                words);
}

Html rule(const MailingList& list, const terms::Words& words) {
    Html items;
    for (const auto& line : rule_in_words(list, words)) append(items, "<li>{}</li>", line);
    return html(R"(<ul class="govuk-list om-rule">{}</ul>)", items);
}

// --- one list -----------------------------------------------------------------------------------

std::string sentence(const ListPage& page) {
    const auto& all = page.addressees;
    auto said = counted(std::ssize(all.people), "person", "people") + " on " +
                spoken_long(page.today) + ".";
    if (const int without = all.without_address(); without > 0)
        said += fmt::format(" {} no e-mail address.",
                            without == 1 ? "One has" : fmt::format("{} have", without));
    return said;
}

Html mail_buttons(const std::vector<std::string>& addresses) {
    const auto links = mail_links(addresses);
    Html made;
    for (const auto& one : links)
        made += ui::button({.text = links.size() == 1
                                        ? std::string("Write to all of them")
                                        : fmt::format("Write to {} to {}", one.first, one.last),
                            .href = one.href,
                            .classes = made.empty() ? "" : "govuk-button--secondary"});
    return made;
}

Html writing(const ListPage& page) {
    const auto addresses = page.addressees.addresses();
    if (addresses.empty()) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="writing"><h2 class="govuk-heading-m" id="writing">Write to them</h2>
<p class="govuk-body">None of them sees who else got it: the addresses go into the field “Bcc”.</p>
<div class="govuk-button-group">{}</div>
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="addresses">{} to copy</label><textarea class="govuk-textarea om-addresses" id="addresses" rows="4" readonly>{}</textarea></div>
</section>
)",
        mail_buttons(addresses), counted(std::ssize(addresses), "address", "addresses"),
        join(addresses, "; "));
}

ui::TableRow row_of(const Addressee& one) {
    const auto& person = one.person;
    return {
        {.text = html("{}{}", link("/directory/people/" + person.id.str(), person.name),
                      when(!person.agency_name.empty(),
                           html(R"(<br><span class="om-quiet">{}</span>)", person.agency_name)))},
        {.text = escaped_lines(join(one.why, "\n"))},
        {.text =
             person.email.empty()
                 ? html(R"(<span class="om-ev--missing">No address</span>)")
                 : html(
                       R"(<a class="govuk-link govuk-link--no-visited-state om-address" href="{}">{}</a>)",
                       "mailto:" + http::percent_encoded(person.email), person.email)}};
}

Html people(const ListPage& page) {
    if (page.addressees.people.empty())
        return html(R"(<p class="govuk-body">The rule leads to nobody on this day.</p>
)");
    ui::Table table{.caption = "Who is on the list, and why",
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = "Who"}, {.text = "Why"}, {.text = "E-mail"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto& one : page.addressees.people) table.rows.push_back(row_of(one));
    return ui::table(table);
}

Html left_out(const ListPage& page) {
    Html items;
    for (const auto& one : page.addressees.left_out)
        append(items, "<li>{}: {}</li>", one.name, one.reason);
    if (items.empty()) return {};
    return html(
        R"(<section class="om-section" aria-labelledby="left-out"><h2 class="govuk-heading-m" id="left-out">Left out</h2>
<ul class="govuk-list govuk-list--bullet">{}</ul></section>
)",
        items);
}

Html verbs(const ListPage& page) {
    if (!page.may_change) return {};
    return ui::button({.text = "Change",
                       .href = address(page.list, "change"),
                       .classes = "govuk-button--secondary"});
}

Html for_keepers(const ListPage& page) {
    if (!page.may_change) return {};
    return html(
        R"(<p class="govuk-body om-small">Take it away: {}. It is noted in the log.</p>
<form class="om-quiet-form" action="{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">{}</form>
)",
        link(address(page.list, "people.csv"), "CSV"), address(page.list, "withdraw"),
        page.form_token, page.list.version,
        ui::button({.text = "Withdraw this list", .classes = "govuk-button--secondary"}));
}

// --- the form -----------------------------------------------------------------------------------

template<class Kinds>
Html kinds_field(std::string_view name, std::string_view legend, const Kinds& kinds,
                 const std::vector<std::string>& chosen) {
    ui::CheckboxesField field{.name = std::string(name),
                              .legend = legend,
                              .values = chosen,
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    for (const auto kind : kinds)
        field.items.push_back(
            {.text = std::string(spoken(kind)), .value = std::string(to_text(kind))});
    return ui::checkboxes_field(field);
}

Html tick(std::string_view name, std::string_view legend, std::string_view text, bool is_ticked) {
    ui::CheckboxesField field{.name = std::string(name),
                              .legend = legend,
                              .legend_classes = "govuk-fieldset__legend--s",
                              .classes = "govuk-checkboxes--small"};
    field.items.push_back({.text = text, .value = "yes"});
    if (is_ticked) field.values.push_back("yes");
    return ui::checkboxes_field(field);
}

Html fields(const ListFormPage& page) {
    const auto& typed = page.typed;
    auto made = ui::text_field({.name = "name",
                                .label = "What is it called?",
                                .value = typed.name,
                                .label_classes = "govuk-label--s"},
                               page.problems);
    made += ui::text_field({.name = "purpose",
                            .label = "What is it for?",
                            .value = typed.purpose,
                            .label_classes = "govuk-label--s"},
                           page.problems);
    made += kinds_field("office_kind", "Holders of these offices", partnership::all_office_kinds,
                        typed.office_kinds);
    made += kinds_field("chair_kind", "Chairs of these groups", partnership::all_group_kinds,
                        typed.chair_kinds);
    made += tick("section_11_leads", page.words.say("Leads of [agencies]"),
                 page.words.say("Those of [agencies] with duties under section 11"),
                 typed.section_11_leads);
    made += ui::textarea_field({.name = "groups",
                                .label = "Members of these groups",
                                .hint = "One group a line, as it is called.",
                                .value = typed.groups,
                                .rows = 4,
                                .label_classes = "govuk-label--s"},
                               page.problems);
    made += tick("with_deputies", "Their deputies", "With whoever stands in for the members",
                 typed.with_deputies);
    made += ui::textarea_field({.name = "left_out",
                                .label = "Leave out",
                                .hint = "One person a line, with the reason: "
                                        "\"Head of delivery: gets it from the chair\".",
                                .value = typed.left_out,
                                .rows = 3,
                                .label_classes = "govuk-label--s"},
                               page.problems);
    return made;
}

} // namespace

Html lists_view(const ListsPage& page) {
    const auto verbs =
        when(page.may_change,
             ui::button({.text = "Add a mailing list", .href = "/directory/lists/add"}));
    ui::Table table{.caption = "Mailing lists, by name",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "List"}, {.text = "Goes to"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto& list : page.lists)
        table.rows.push_back(
            {{.text = html("{}{}", link(address(list), list.name),
                           when(!list.purpose.empty(),
                                html(R"(<br><span class="om-quiet">{}</span>)", list.purpose)))},
             {.text = rule(list, page.words)}});
    return pages::head({.title = "Mailing lists",
                        .sentence = html("Drawn from offices, seats and roles: who is on one "
                                         "follows from the day."),
                        .verbs = verbs,
                        .facts = {},
                        .caption = {}}) +
           partnership::tabs(page.words, partnership::Tab::directory) +
           (page.lists.empty() ? html(R"(<p class="govuk-body">No mailing lists yet.</p>
)")
                               : ui::table(table));
}

Html list_view(const ListPage& page) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = page.list.name,
                        .sentence = escaped(sentence(page)),
                        .verbs = verbs(page),
                        .facts = {},
                        .caption = "Mailing list"}) +
           when(!page.list.purpose.empty(), html(R"(<p class="govuk-body">{}</p>
)",
                                                 page.list.purpose)) +
           rule(page.list, page.words) + writing(page) + people(page) + left_out(page) +
           for_keepers(page);
}

Html list_form_view(const ListFormPage& page) {
    const auto back = page.id.empty() ? "/directory/lists" : "/directory/lists/" + page.id;
    return ui::problems_summary(page.problems) +
           pages::head({.title = page.title,
                        .sentence = html("Everybody whom one of these leads to is on it, once."),
                        .verbs = {},
                        .facts = {},
                        .caption = {}}) +
           html(
               R"(<form class="om-form" action="{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it as it is</a></div></form>
)",
               page.id.empty() ? "/directory/lists/add" : back + "/change", page.form_token,
               page.typed.version, fields(page), ui::button({.text = "Save this list"}), back);
}

} // namespace openmasa::directory
