#include "partnership/offices/views.hpp"
#include "kernel/text.hpp"
#include "partnership/form_pieces.hpp"
#include "partnership/office_store.hpp"
#include "partnership/tabs.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/field.hpp"
#include "web/ui/summary_list.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::offices {
namespace {

using partnership::day_field;
using partnership::Holder;
using partnership::holders_on;
using partnership::link;
using partnership::Stretch;
using partnership::tick;

std::string address(const Office& office, std::string_view below = {}) {
    return fmt::format("/offices/{}{}{}", office.id.view(), below.empty() ? "" : "/", below);
}

// --- the page of one office ---------------------------------------------------------------------

/// "Chief Constable holds it since 1 Apr 2025", "Deputy Chief Constable acts since 3 Mar 2026".
std::string holding_words(const Holder& holder) {
    return fmt::format("{} {} since {}", holder.known_as, holder.acting ? "acts" : "holds it",
                       spoken(holder.from));
}

/// The guidance that asks for a holder.
Html clause_words(const Office& office, Day today) {
    const auto* rule = partnership::statutory(office.kind, today);
    if (!rule) return {};
    return html(" {} asks for one{}.", rule->clause,
                rule->to_be_checked ? " (check against current guidance)" : "");
}

Html sentence(const OfficePage& page) {
    const auto& office = page.office;
    if (!exists(office, page.today)) return html("It is not there today.");
    const auto holders = holders_on(office, page.today);
    if (holders.empty())
        return html(R"(<span class="om-ev--missing">Nobody holds it.</span>{})",
                    clause_words(office, page.today));
    std::vector<std::string> words;
    for (const auto* holder : holders) words.push_back(holding_words(*holder));
    return html("{}.", join(words, "; "));
}

Html facts(const OfficePage& page) {
    const auto& office = page.office;
    ui::SummaryList list;
    const auto add = [&](std::string_view key, const Html& value) {
        if (!value.empty()) list.rows.push_back({.key = key, .value = value});
    };
    if (office.agency)
        add("Agency", link("/agencies/" + office.agency->str(), office.agency_name.value_or("")));
    add("Responsible for", escaped_lines(office.purpose));
    add("Contact", escaped_lines(office.contact));
    if (office.from) add("From", escaped(spoken(*office.from)));
    if (office.to) add("To", escaped(spoken(*office.to)));
    for (const auto& fact : page.known) add(fact.label, link(fact.href, fact.words));
    return list.rows.empty() ? Html() : ui::summary_list(list);
}

/// A line of the table: somebody, or nobody.
struct Line {
    Stretch when;
    const Holder* holder = nullptr;
};

/// Whoever held it and when nobody did, the newest first.
std::vector<Line> lines_of(const OfficePage& page) {
    std::vector<Line> lines;
    for (const auto& holder : page.office.holders)
        lines.push_back({{holder.from, holder.to}, &holder});
    for (const auto& gap : partnership::empty_stretches(page.office, page.today))
        if (gap.first <= page.today) lines.push_back({gap});
    std::ranges::stable_sort(lines, std::greater{},
                             [](const Line& line) { return line.when.first; });
    return lines;
}

std::string when_words(const Stretch& when) {
    return when.last ? fmt::format("{} to {}", spoken(when.first), spoken(*when.last))
                     : "from " + spoken(when.first);
}

/// Of somebody who holds it no more: what they still lead themselves.
Html passing_link(const OfficePage& page, const Holder& holder) {
    if (!holder.to || *holder.to >= page.today) return {};
    return html(
        R"(<li><a class="govuk-link govuk-link--no-visited-state" href="/duties/people/{}?office={}">What they lead<span class="govuk-visually-hidden">: {}</span></a></li>)",
        holder.person, page.office.id, holder.known_as);
}

Html put_right_link(const OfficePage& page, const Holder& holder) {
    return html(
        R"(<ul class="om-links"><li><a class="govuk-link govuk-link--no-visited-state" href="{}">Put right<span class="govuk-visually-hidden"> {}</span></a></li>{}</ul>)",
        address(page.office, "holders/" + holder.id.str()), holder.known_as,
        passing_link(page, holder));
}

ui::TableRow row_of(const OfficePage& page, const Line& line) {
    const auto* holder = line.holder;
    ui::TableRow row = {
        {.text = holder
                     ? html("{}{}", holder->known_as,
                            when(holder->acting, html(R"( <span class="om-quiet">acting</span>)")))
                     : html(R"(<span class="om-ev--missing">Nobody</span>)")},
        {.text = escaped(when_words(line.when))},
        {.text = holder ? escaped_lines(holder->note) : Html()}};
    if (page.may_change) row.push_back({.text = holder ? put_right_link(page, *holder) : Html()});
    return row;
}

Html shared_words(const OfficePage& page) {
    Html items;
    for (const auto& shared : partnership::shared_stretches(page.office))
        append(items, "<li>{} and {} both, {}{}.</li>\n", shared.one->known_as,
               shared.other->known_as, spoken(shared.when.first),
               shared.when.last ? " to " + spoken(*shared.when.last) : " on");
    return when(!items.empty(), html(R"(<ul class="govuk-list om-quiet">
{}</ul>
)",
                                     items));
}

Html holders_table(const OfficePage& page) {
    ui::Table table{.caption = "Who held it, the newest first",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Who"}, {.text = "When"}, {.text = "Note"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    if (page.may_change)
        table.head.push_back(
            {.text = html(R"(<span class="govuk-visually-hidden">Change</span>)")});
    for (const auto& line : lines_of(page)) table.rows.push_back(row_of(page, line));
    return table.rows.empty() ? html(R"(<p class="govuk-body om-quiet">Nobody yet.</p>
)")
                              : ui::table(table) + shared_words(page);
}

Html answer_for_day(const OfficePage& page) {
    if (!page.on) return {};
    std::vector<std::string> names;
    for (const auto* holder : holders_on(page.office, *page.on))
        names.push_back(holder->known_as + (holder->acting ? ", acting" : ""));
    return html(R"(<p class="govuk-body">On {}: <b>{}</b>.</p>
)",
                spoken(*page.on), names.empty() ? "nobody" : join(names, "; "));
}

Html who_on_form(const OfficePage& page) {
    return answer_for_day(page) + partnership::day_form({.address = address(page.office),
                                                         .typed = page.asked,
                                                         .question = "Who held it on a day?",
                                                         .button = "Show who held it"},
                                                        page.problems);
}

Html verbs(const OfficePage& page) {
    if (!page.may_change) return {};
    return ui::button({.text = "Change",
                       .href = address(page.office, "change"),
                       .classes = "govuk-button--secondary"}) +
           ui::button({.text = "Hand over", .href = address(page.office, "hand-over")});
}

// --- forms --------------------------------------------------------------------------------------

Html note_field(const std::string& value, const ui::Problems& problems) {
    return ui::text_field({.name = "note",
                           .label = "Note",
                           .hint = "For example by which decision. It may stay empty.",
                           .value = value,
                           .label_classes = "govuk-label--s"},
                          problems);
}

Html acting_field(bool is_ticked) {
    return tick("acting", "Do they act?", "They act",
                "In place of somebody who is away, or until somebody is found.", is_ticked);
}

Html form(const Office& office, const Html& token, std::string_view below, const Html& fields,
          std::string_view button) {
    return html(
        R"(<form class="om-form" action="{}" method="post" novalidate>{}<input type="hidden" name="version" value="{}">
{}<div class="om-form__acts">{}<a class="govuk-link" href="{}">Leave it as it is</a></div></form>
)",
        address(office, below), token, office.version, fields,
        ui::button({.text = std::string(button)}), address(office));
}

} // namespace

Html list_view(const ListPage& page) {
    Html said;
    if (page.now)
        said = html("{} on this day. {}", counted(page.now->first, "office"),
                    page.now->first == 0 ? ""
                    : page.now->second == 0
                        ? "Somebody holds each."
                        : fmt::format("Nobody holds {} of them.", page.now->second));
    const auto verbs =
        when(page.may_change, ui::button({.text = "Add an office", .href = "/offices/add"}) +
                                  ui::button({.text = "Import offices",
                                              .href = "/offices/import",
                                              .classes = "govuk-button--secondary"}));
    return pages::head({.title = "Offices", .sentence = said, .verbs = verbs}) +
           partnership::tabs(page.words, partnership::Tab::offices) + page.list;
}

Html office_view(const OfficePage& page) {
    return pages::head({.title = page.office.name,
                        .sentence = sentence(page),
                        .verbs = verbs(page),
                        .facts = {},
                        .caption = std::string(spoken(page.office.kind))}) +
           facts(page) +
           html(
               R"(<section class="om-section" aria-labelledby="holders"><h2 class="govuk-heading-m" id="holders">Who held it</h2>
{}{}</section>
)",
               holders_table(page), who_on_form(page)) +
           page.thread + page.comments +
           partnership::changes_view(partnership::office_fields(), page.versions, "Every change");
}

Html hand_over_view(const HandOverPage& page) {
    const auto holders = holders_on(page.office, page.today);
    std::vector<std::string> now;
    for (const auto* holder : holders) now.push_back(holding_words(*holder));
    const ui::Problems problems = page.problems;
    auto fields = ui::text_field({.name = "who",
                                  .label = "Who comes next?",
                                  .hint = "As they are called on the page People.",
                                  .value = page.typed.who,
                                  .label_classes = "govuk-label--s"},
                                 problems);
    fields += day_field("from", "From which day?",
                        "Whoever holds it ends the day before. For example 12 June 2026.",
                        page.typed.from, problems);
    fields += acting_field(page.typed.acting);
    fields += day_field("to", "Until which day?", "Only where it is known already.", page.typed.to,
                        problems);
    fields += note_field(page.typed.note, problems);
    return ui::problems_summary(page.problems) +
           pages::head({.title = "Hand over",
                        .sentence = now.empty() ? html("Nobody holds it now.")
                                                : html("{}.", join(now, "; ")),
                        .verbs = {},
                        .facts = {},
                        .caption = page.office.name}) +
           form(page.office, page.form_token, "hand-over", fields, "Hand it over");
}

Html put_right_view(const PutRightPage& page) {
    const ui::Problems problems = page.problems;
    auto fields = day_field("from", "From which day?", "For example 12 June 2026.", page.typed.from,
                            problems);
    fields += day_field("to", "Until which day?", "The last day; empty: still there.",
                        page.typed.to, problems);
    fields += acting_field(page.typed.acting);
    fields += note_field(page.typed.note, problems);
    fields += tick("never_held", "Was it a mistake?", "They never held it",
                   "The line goes; the history keeps it.", page.typed.never_held);
    return ui::problems_summary(page.problems) +
           pages::head({.title = page.holder,
                        .sentence = html("What was said of them is put right."),
                        .verbs = {},
                        .facts = {},
                        .caption = page.office.name}) +
           form(page.office, page.form_token, "holders/" + page.typed.holder.str(), fields,
                "Put it right");
}

} // namespace openmasa::offices
