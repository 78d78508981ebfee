#include "partnership/seats/views.hpp"
#include "kernel/text.hpp"
#include "partnership/form_pieces.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/tabs.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/summary_list.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::seats {
namespace {

using partnership::Days;
using partnership::link;
using partnership::Member;
using partnership::missing;
using partnership::Part;
using partnership::Stretch;
using partnership::when_words;

std::string address(const Seat& seat, std::string_view below = {}) {
    return fmt::format("/seats/{}{}{}", seat.id.view(), below.empty() ? "" : "/", below);
}

Html sentence(const SeatPage& page) {
    if (!covers(page.seat.days, page.today)) return html("It is not there today.");
    const auto* member = partnership::member_on(page.seat, page.today);
    std::vector<std::string> deputies;
    for (const auto* deputy : partnership::deputies_on(page.seat, page.today))
        deputies.push_back(deputy->known_as);
    const auto stand_in = deputies.empty() ? std::string()
                                           : fmt::format(" {} {} in.", join(deputies, "; "),
                                                         deputies.size() == 1 ? "stands" : "stand");
    if (!member) return html("{}{}", missing("Nobody fills it."), stand_in);
    return html("{} fills it since {}.{}", member->known_as, spoken(member->from), stand_in);
}

Html facts(const SeatPage& page) {
    const auto& seat = page.seat;
    ui::SummaryList list;
    const auto add = [&](std::string_view key, const Html& value) {
        list.rows.push_back({.key = key, .value = value});
    };
    add("Group", link("/groups/" + page.group.id.str(), page.group.name));
    auto holder =
        link(fmt::format("/{}/{}", seat.of_office ? "offices" : "agencies", seat.holder.view()),
             seat.holder_name);
    if (partnership::holder_has_ended(seat, page.today))
        holder = html("{} {}", holder,
                      missing(fmt::format("ended on {}. Change who holds the seat, or end it.",
                                          spoken(*seat.holder_ends))));
    else if (seat.of_office)
        holder = html("{}. Whoever holds the office sits there.", holder);
    add("Held by", holder);
    if (seat.days != Days{}) add("There", escaped(when_words(seat.days)));
    if (seat.turn_ends)
        add("This turn ends", *seat.turn_ends < page.today
                                  ? missing(fmt::format("{}: it is over", spoken(*seat.turn_ends)))
                                  : escaped(spoken(*seat.turn_ends)));
    return ui::summary_list(list);
}

/// A line of the table: somebody, or nobody.
struct Line {
    Stretch when;
    const Member* member = nullptr;
};

/// Who filled it, who stood in, and when nobody filled it, the newest first.
std::vector<Line> lines_of(const SeatPage& page) {
    std::vector<Line> lines;
    for (const auto& member : page.seat.people)
        lines.push_back({{member.from, member.to}, &member});
    for (const auto& gap : partnership::vacant_stretches(page.seat, page.today))
        if (gap.first <= page.today) lines.push_back({gap});
    std::ranges::stable_sort(lines, std::greater{},
                             [](const Line& line) { return line.when.first; });
    return lines;
}

Html acts_on(const SeatPage& page, const Member* member) {
    if (!member || member->by_office) return {};
    const auto below = "people/" + member->id.str();
    const bool may_take_over = member->part == Part::deputy && !page.seat.of_office &&
                               partnership::sits(*member, page.today);
    return link(address(page.seat, below), "Put right", member->known_as) +
           when(may_take_over, html("<br>{}", link(address(page.seat, below + "/promote"),
                                                   "Becomes its holder", member->known_as)));
}

ui::TableRow row_of(const SeatPage& page, const Line& line) {
    const auto* member = line.member;
    ui::TableRow row = {
        {.text = member ? html("{}", member->known_as) : missing("Nobody")},
        {.text = member ? escaped(member->by_office ? "By the office"
                                                    : std::string(spoken(member->part)))
                        : Html()},
        {.text = when_words({line.when.first, line.when.last})},
        {.text = member ? escaped_lines(member->note) : Html()}};
    if (page.may_change) row.push_back({.text = acts_on(page, member)});
    return row;
}

Html people_table(const SeatPage& page) {
    ui::Table table{.caption = "Who sat there, the newest first",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Who"}, {.text = "As"}, {.text = "When"}, {.text = "Note"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    if (page.may_change)
        table.head.push_back(
            {.text = html(R"(<span class="govuk-visually-hidden">Change</span>)")});
    for (const auto& line : lines_of(page)) table.rows.push_back(row_of(page, line));
    return table.rows.empty() ? html(R"(<p class="govuk-body om-quiet">Nobody yet.</p>
)")
                              : ui::table(table);
}

Html answer_for_day(const SeatPage& page) {
    if (!page.on) return {};
    const auto* member = partnership::member_on(page.seat, *page.on);
    std::string names = member ? member->known_as : "nobody";
    for (const auto* deputy : partnership::deputies_on(page.seat, *page.on))
        names += fmt::format("; {}, deputy", deputy->known_as);
    return html(R"(<p class="govuk-body">On {}: <b>{}</b>.</p>
)",
                spoken(*page.on), names);
}

Html who_on_form(const SeatPage& page) {
    return answer_for_day(page) + partnership::day_form({.address = address(page.seat),
                                                         .typed = page.asked,
                                                         .question = "Who sat there on a day?",
                                                         .button = "Show who sat there"},
                                                        page.problems);
}

Html verbs(const SeatPage& page) {
    if (!page.may_change) return {};
    const auto second = [&](std::string_view words, std::string_view below) {
        return ui::button({.text = std::string(words),
                           .href = address(page.seat, below),
                           .classes = "govuk-button--secondary"});
    };
    const bool has_ended = page.seat.days.to && *page.seat.days.to < page.today;
    auto all = second("Change", "change");
    if (has_ended) return all;
    all += second("End the seat", "end") + second("Name a deputy", "deputies");
    if (!page.seat.of_office)
        all += ui::button({.text = "Hand it on", .href = address(page.seat, "hand-on")});
    return all;
}

// --- forms --------------------------------------------------------------------------------------

Html frame(const FormPage& page, const std::string& title, const Html& sentence, const Html& fields,
           std::string_view below, std::string_view button) {
    return ui::problems_summary(page.problems) +
           pages::head({.title = title,
                        .sentence = sentence,
                        .verbs = {},
                        .facts = {},
                        .caption = fmt::format("{}, {}", page.seat.name, page.group)}) +
           partnership::form({.address = address(page.seat, below),
                              .token = page.form_token,
                              .version = page.seat.version,
                              .fields = fields,
                              .button = button,
                              .back = address(page.seat)});
}

Html note_field(const FormPage& page, const std::string& value) {
    return partnership::line_field(
        "note", "Note", "For example by which decision. It may stay empty.", value, page.problems);
}

Html begin_fields(const FormPage& page, const Begin& typed, std::string_view question,
                  std::string_view from_hint) {
    return partnership::line_field("who", question, "As they are called on the page People.",
                                   typed.who, page.problems) +
           partnership::day_field("from", "From which day?", from_hint, typed.from, page.problems) +
           partnership::day_field("to", "Until which day?", "Only where it is known already.",
                                  typed.to, page.problems) +
           note_field(page, typed.note);
}

Html who_fills_it(const FormPage& page) {
    const auto* member = partnership::member_on(page.seat, page.today);
    return member ? html("{} fills it since {}.", member->known_as, spoken(member->from))
                  : html("Nobody fills it now.");
}

} // namespace

Html list_view(const ListPage& page) {
    const auto verbs =
        when(page.may_change, ui::button({.text = "Add a seat", .href = "/seats/add"}) +
                                  ui::button({.text = "Import seats",
                                              .href = "/seats/import",
                                              .classes = "govuk-button--secondary"}));
    return pages::head({.title = "Seats",
                        .sentence = html("A place in a group, held by {} or an office and filled "
                                         "by a person.",
                                         page.words.with_article(terms::Word::agency)),
                        .verbs = verbs}) +
           partnership::tabs(page.words, partnership::Tab::groups) + page.list;
}

Html seat_view(const SeatPage& page) {
    return pages::head({.title = page.seat.name,
                        .sentence = sentence(page),
                        .verbs = verbs(page),
                        .facts = {},
                        .caption = "Seat in " + page.group.name}) +
           facts(page) +
           html(
               R"(<section class="om-section" aria-labelledby="people"><h2 class="govuk-heading-m" id="people">Who sat there</h2>
{}{}</section>
)",
               people_table(page), who_on_form(page));
}

Html hand_on_form(const FormPage& page, const Begin& typed) {
    return frame(page, "Hand the seat on", who_fills_it(page),
                 begin_fields(page, typed, "Who comes next?",
                              "Whoever fills it ends the day before. For example 12 June 2026."),
                 "hand-on", "Hand it on");
}

Html deputy_form(const FormPage& page, const Begin& typed) {
    return frame(page, "Name a deputy", who_fills_it(page),
                 begin_fields(page, typed, "Who stands in?", "For example 12 June 2026."),
                 "deputies", "Save this deputy");
}

Html promote_form(const FormPage& page, const std::string& deputy, const Promote& typed) {
    auto fields = partnership::day_field(
        "from", "From which day?",
        "Whoever fills it ends the day before, and so do they as deputy. For example 12 June 2026.",
        typed.from, page.problems);
    fields += note_field(page, typed.note);
    return frame(page, deputy + " becomes its holder", who_fills_it(page), fields,
                 fmt::format("people/{}/promote", typed.deputy.view()), "Hand it to the deputy");
}

Html put_right_form(const FormPage& page, const std::string& person, const PutRight& typed) {
    auto fields = partnership::day_field("from", "From which day?", "For example 12 June 2026.",
                                         typed.from, page.problems);
    fields += partnership::day_field("to", "Until which day?", "The last day; empty: still there.",
                                     typed.to, page.problems);
    fields += note_field(page, typed.note);
    fields += partnership::tick("never_was", "Was it a mistake?", "They never sat there",
                                "The line goes; the history keeps it.", typed.never_was);
    return frame(page, person, html("What was said of them is put right."), fields,
                 "people/" + typed.member.str(), "Put it right");
}

Html end_form(const FormPage& page, const EndSeat& typed) {
    return frame(page, "End the seat",
                 html("{} Whoever sits there ends with it.", who_fills_it(page)),
                 partnership::day_field("to", "Which is its last day?", "For example 12 June 2026.",
                                        typed.to, page.problems),
                 "end", "End it");
}

} // namespace openmasa::seats
