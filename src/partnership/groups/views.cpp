#include "partnership/groups/views.hpp"
#include "kernel/text.hpp"
#include "partnership/form_pieces.hpp"
#include "partnership/group_rules.hpp"
#include "partnership/group_store.hpp"
#include "partnership/groups/terms_views.hpp"
#include "partnership/quorum_rules.hpp"
#include "partnership/tabs.hpp"
#include "web/http/percent.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include "web/ui/details.hpp"
#include "web/ui/summary_list.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::groups {
namespace {

using partnership::Days;
using partnership::Group;
using partnership::GroupKind;
using partnership::link;
using partnership::Member;
using partnership::missing;
using partnership::Seat;
using partnership::section;
using partnership::Tie;
using partnership::when_words;

std::string address(const Group& group, std::string_view below = {}) {
    return fmt::format("/groups/{}{}{}", group.id.view(), below.empty() ? "" : "/", below);
}

Html joined(const std::vector<Html>& parts, std::string_view between) {
    Html all;
    for (std::size_t at = 0; at < parts.size(); ++at)
        append(all, "{}{}", at ? between : "", parts[at]);
    return all;
}

bool has_own_seats(const Group& group) {
    return group.kind != GroupKind::external_board || !group.seats.empty();
}

/// "Partnership chair (Chief Constable)": an office leads to its page, a seat to its own.
Html chair_words(const GroupPage& page, const Tie& chair) {
    const auto& group = page.group;
    const bool is_seat = std::ranges::count(group.seats, chair.owner, &Seat::id) > 0;
    const auto who = partnership::who_chairs(group, chair, page.today);
    return html(
        "{} {}",
        link(fmt::format("/{}/{}", is_seat ? "seats" : "offices", chair.owner.view()), chair.name),
        who.empty() ? html("({})", missing("nobody holds it")) : html("({})", who));
}

Html chairs_words(const GroupPage& page) {
    std::vector<Html> all;
    for (const auto* chair : partnership::ties_on(page.group.chairs, page.today))
        all.push_back(chair_words(page, *chair));
    return joined(all, " and ");
}

Html groups_words(const std::vector<Tie>& ties, Day today) {
    std::vector<Html> all;
    auto now = partnership::ties_on(ties, today);
    std::ranges::sort(now, {}, [](const Tie* tie) { return lower(tie->name); });
    for (const auto* tie : now) all.push_back(link("/groups/" + tie->owner.str(), tie->name));
    return joined(all, "; ");
}

int count_vacant(const std::vector<const Seat*>& seats, Day today) {
    return static_cast<int>(std::ranges::count_if(
        seats, [&](const Seat* seat) { return !partnership::member_on(*seat, today); }));
}

Html seats_sentence(const GroupPage& page) {
    const auto seats = partnership::seats_on(page.group, page.today);
    if (!has_own_seats(page.group))
        return html("A board of others: its seats and its terms of reference are not kept here.");
    if (seats.empty()) return missing("It has no seat yet.");
    const int vacant = count_vacant(seats, page.today);
    const auto count = counted(static_cast<long long>(seats.size()), "seat");
    return vacant ? html("{}, {}.", count, missing(fmt::format("{} vacant", vacant)))
                  : html("{}, each with somebody in it.", count);
}

Html chaired_sentence(const GroupPage& page) {
    if (const auto chairs = chairs_words(page); !chairs.empty())
        return html("Chaired by {}.", chairs);
    return when(needs_chair(page.group.kind), missing("Nobody chairs it."));
}

Html sentence(const GroupPage& page) {
    const auto& group = page.group;
    if (!page.is_kept)
        return html("This name stands in a plan. Nothing more is said of the group yet.");
    if (group.days.to && *group.days.to < page.today)
        return html("It ended on {}.", spoken(*group.days.to));
    if (group.days.from && page.today < *group.days.from)
        return html("It begins on {}.", spoken(*group.days.from));
    return html("{} {}", chaired_sentence(page), seats_sentence(page));
}

// --- facts --------------------------------------------------------------------------------------

Html terms_words(const GroupPage& page) {
    const auto* terms = partnership::terms_on(page.group, page.today);
    if (!terms) return missing("None adopted yet.");
    const auto version =
        fmt::format("Version {}, adopted on {}", terms->number, spoken(*terms->adopted_on));
    if (partnership::review_is_overdue(*terms, page.today))
        return html(
            "{}; {}.", version,
            missing(fmt::format("to be looked at again since {}", spoken(*terms->review_on))));
    return html("{}; to be looked at again by {}.", version, spoken(*terms->review_on));
}

Html quorum_words(const GroupPage& page) {
    const auto* quorum = partnership::quorum_on(page.group, page.today);
    if (!quorum) return html("No rule yet.");
    const auto lacks = partnership::reachable(*quorum, page.group, page.today);
    if (lacks.is_quorate()) return escaped(partnership::in_words(*quorum));
    return html("{} {}", partnership::in_words(*quorum),
                missing(fmt::format("With today's vacancies nobody can reach it: missing {}.",
                                    join(lacks.missing, ", "))));
}

Html facts(const GroupPage& page) {
    const auto& group = page.group;
    ui::SummaryList list;
    const auto add = [&](std::string_view key, const Html& value) {
        if (!value.empty()) list.rows.push_back({.key = key, .value = value});
    };
    add("Purpose", escaped_lines(group.purpose));
    add("Reports to", groups_words(group.reports_to, page.today));
    add("Report to it", groups_words(group.reported_by, page.today));
    if (page.is_kept && has_own_seats(group)) add("Quorum", quorum_words(page));
    if (page.is_kept && has_own_seats(group)) add("Terms of reference", terms_words(page));
    add("Contact", escaped_lines(group.contact));
    if (group.days != Days{}) add("There", escaped(when_words(group.days)));
    for (const auto& fact : page.known) add(fact.label, link(fact.href, fact.words));
    return list.rows.empty() ? Html() : ui::summary_list(list);
}

// --- seats --------------------------------------------------------------------------------------

Html holder_words(const GroupPage& page, const Seat& seat) {
    const auto name =
        link(fmt::format("/{}/{}", seat.of_office ? "offices" : "agencies", seat.holder.view()),
             seat.holder_name);
    if (!partnership::holder_has_ended(seat, page.today)) return name;
    return html("{} {}", name, missing(fmt::format("ended on {}", spoken(*seat.holder_ends))));
}

Html turn_words(const Seat& seat, Day today) {
    if (!seat.turn_ends) return {};
    const auto words = fmt::format("turn ends {}", spoken(*seat.turn_ends));
    return *seat.turn_ends < today ? html("<br>{}", missing(words))
                                   : html(R"(<br><span class="om-quiet">{}</span>)", words);
}

Html member_words(const GroupPage& page, const Seat& seat) {
    if (const auto* member = partnership::member_on(seat, page.today))
        return html(R"({}<br><span class="om-quiet">since {}</span>)", member->known_as,
                    spoken(member->from));
    const auto gaps = partnership::vacant_stretches(seat, page.today);
    const bool has_begin = !gaps.empty() && gaps.back().first < page.today;
    return html("{}{}", missing("Nobody"),
                when(has_begin, html(R"(<br><span class="om-quiet">since {}</span>)",
                                     has_begin ? spoken(gaps.back().first) : "")));
}

Html deputies_words(const GroupPage& page, const Seat& seat) {
    std::vector<Html> all;
    for (const auto* deputy : partnership::deputies_on(seat, page.today))
        all.push_back(escaped(deputy->known_as));
    return joined(all, "; ");
}

Html seats_table(const GroupPage& page) {
    ui::Table table{.caption = "Seats and who fills them",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "Seat"},
                             {.text = "Held by"},
                             {.text = "Filled by"},
                             {.text = "Deputies"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    for (const auto* seat : partnership::seats_on(page.group, page.today))
        table.rows.push_back({{.text = html("{}{}", link("/seats/" + seat->id.str(), seat->name),
                                            turn_words(*seat, page.today))},
                              {.text = holder_words(page, *seat)},
                              {.text = member_words(page, *seat)},
                              {.text = deputies_words(page, *seat)}});
    if (table.rows.empty())
        return html(R"(<p class="govuk-body om-quiet">No seats on this day.</p>
)");
    return ui::table(table);
}

Html ended_seats(const GroupPage& page) {
    Html items;
    for (const auto& seat : page.group.seats)
        if (!covers(seat.days, page.today))
            append(items, "<li>{}, {}</li>\n", link("/seats/" + seat.id.str(), seat.name),
                   when_words(seat.days));
    if (items.empty()) return {};
    return ui::details({.summary = "Seats of other days",
                        .text = html(R"(<ul class="govuk-list">
{}</ul>)",
                                     items)});
}

Html act(const GroupPage& page, const std::string& href, std::string_view words) {
    return when(page.may_change, html(R"(<p class="govuk-body">{}</p>
)",
                                      link(href, words)));
}

Html seats_section(const GroupPage& page) {
    if (!has_own_seats(page.group)) return {};
    return section(
        "seats", "Seats",
        seats_table(page) + ended_seats(page) +
            act(page, "/seats/add?group=" + http::percent_encoded(page.group.name), "Add a seat"));
}

Html guests_section(const GroupPage& page) {
    Html items;
    for (const auto& guest : page.group.guests) {
        if (!partnership::sits(guest, page.today)) continue;
        append(items, R"(<li>{} <span class="om-quiet">{}, {}{}</span> {}</li>
)",
               guest.known_as, lower(spoken(guest.part)), when_words({guest.from, guest.to}),
               guest.note.empty() ? "" : ". " + guest.note,
               when(page.may_change, link(address(page.group, "guests/" + guest.id.str()),
                                          "Put right", guest.known_as)));
    }
    if (items.empty() && !page.may_change) return {};
    if (items.empty()) items = html(R"(<li class="om-quiet">Nobody.</li>)");
    return section("guests", "Guests and observers",
                   html(R"(<p class="govuk-body om-quiet">They have no seat and no vote.</p>
<ul class="govuk-list">
{}</ul>
)",
                        items) +
                       act(page, address(page.group, "guests"), "Invite somebody"));
}

// --- quorum, other days ------------------------------------------------------------------

Html quorum_section(const GroupPage& page) {
    if (!has_own_seats(page.group)) return {};
    Html items;
    for (const auto& quorum : page.group.quorums)
        append(items, "<li>From {}: {}</li>\n", spoken(quorum.from), partnership::in_words(quorum));
    const auto rules = items.empty() ? html(R"(<p class="govuk-body om-quiet">No rule yet.</p>
)")
                                     : html(R"(<ul class="govuk-list">
{}</ul>
)",
                                            items);
    return section("quorum", "What makes a quorum",
                   rules + act(page, address(page.group, "quorum"), "Set the quorum"));
}

void add_rows(ui::Table& table, std::string_view what, const std::vector<Tie>& ties) {
    for (auto at = ties.rbegin(); at != ties.rend(); ++at)
        table.rows.push_back({{.text = what}, {.text = at->name}, {.text = when_words(at->days)}});
}

Html over_time_section(const GroupPage& page) {
    ui::Table table{.caption = "Chairs and reporting lines, the newest first",
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = "What"}, {.text = "Who"}, {.text = "When"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack"};
    add_rows(table, "Chair", page.group.chairs);
    add_rows(table, "Reports to", page.group.reports_to);
    if (table.rows.empty()) return {};
    return section("over-time", "Chairs and reporting lines over time", ui::table(table));
}

Html verbs(const GroupPage& page) {
    if (!page.may_change) return {};
    if (!page.is_kept)
        return ui::button({.text = "Say what it is", .href = address(page.group, "change")});
    const bool has_ended = page.group.days.to && *page.group.days.to < page.today;
    return ui::button({.text = "Change", .href = address(page.group, "change")}) +
           when(!has_ended, ui::button({.text = "End the group",
                                        .href = address(page.group, "end"),
                                        .classes = "govuk-button--secondary"}));
}

std::string vacancy_words(const Counted& now) {
    std::vector<std::string> words;
    if (now.vacant)
        words.push_back(fmt::format("{} of {} vacant", now.vacant, counted(now.seats, "seat")));
    if (now.unchaired) words.push_back(counted(now.unchaired, "group") + " without a chair");
    if (now.overdue)
        words.push_back(counted(now.overdue, "group") + " with terms of reference overdue");
    return words.empty() ? "Each has a chair, and somebody in every seat."
                         : join(words, ", ") + ".";
}

} // namespace

Html list_view(const ListPage& page) {
    const auto said =
        when(page.now.groups > 0, html("{} on this day. {}", counted(page.now.groups, "group"),
                                       vacancy_words(page.now)));
    const auto verbs =
        when(page.may_change, ui::button({.text = "Add a group", .href = "/groups/add"}) +
                                  ui::button({.text = "Import groups",
                                              .href = "/groups/import",
                                              .classes = "govuk-button--secondary"}));
    return pages::head({.title = "Groups", .sentence = said, .verbs = verbs}) +
           partnership::tabs(page.words, partnership::Tab::groups) +
           html(R"(<p class="govuk-body">{}</p>
)",
                link("/seats", "All seats and who fills them")) +
           page.list;
}

Html group_view(const GroupPage& page) {
    const auto head = pages::head(
        {.title = page.group.name,
         .sentence = sentence(page),
         .verbs = verbs(page),
         .facts = {},
         .caption = page.is_kept ? std::string(spoken(page.group.kind)) : std::string("Group")});
    if (!page.is_kept) return head + facts(page);
    const auto terms = when(has_own_seats(page.group), terms_section(page.group, page.may_change));
    return head + facts(page) + seats_section(page) + guests_section(page) + quorum_section(page) +
           terms + over_time_section(page) + page.thread + page.comments +
           html(R"(<section class="om-section"><p class="govuk-body">{}</p></section>
)",
                link(address(page.group, "changes"), "Every change to this group"));
}

Html changes_view(const std::string& name, const std::vector<history::Version>& versions) {
    return pages::head({.title = "Every change",
                        .sentence = html("Who said what of the group, the newest first."),
                        .verbs = {},
                        .facts = {},
                        .caption = name}) +
           partnership::changes_view(partnership::group_fields(), versions);
}

} // namespace openmasa::groups
