// The table of the timeline: who and what, the year drawn, the date in words, how it stands.
#include "kernel/text.hpp"
#include "plan/action_row.hpp"
#include "plan/rules.hpp"
#include "plan/year/lane_views.hpp"
#include "web/chart/axis_drawing.hpp"
#include "web/chart/standing_signs.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::year {
namespace {

/// Who points at it is told what it is, and it leads to the action, as the row's own link does.
void append_lane(Html& to, const TimelineRow& row) {
    append(
        to,
        R"(<td class="govuk-table__cell om-lane" role="cell"><svg aria-hidden="true" focusable="false"><use href="#om-grid"/><a href="/actions/{}" tabindex="-1">)",
        row.action.id);
    append_told(to, row);
    for (const auto& mark : row.lane.marks) append_mark(to, mark, row.lane.standing);
    chart::append_sign(to, row.lane.standing, row.lane.sign);
    append(to, "</a></svg></td>");
}

template<class Thing, class Id> const Thing* find(const std::vector<Thing>& things, const Id& id) {
    const auto found = std::ranges::find(things, id, &Thing::id);
    return found == things.end() ? nullptr : &*found;
}

/// Only where it is not the owner of the priority, who stands in the head above.
void append_owner(Html& to, const Picture& picture, const DatedAction& action) {
    if (!action.owner && plan::is_open(action.status))
        append(to, R"( <span class="om-lane__who om-ev--missing">No owner</span>)");
    const auto* section = find(picture.sections, action.section);
    if (!action.owner || (section && section->owner == action.owner)) return;
    append(to, R"( <span class="om-lane__who">{}</span>)", picture.owner_name(action.owner));
}

/// "Waits for VA 4, due 31 March 2027": the day where it comes too late.
void append_awaits(Html& to, const TimelineRow& row) {
    for (const auto& one : row.awaits) {
        append(
            to,
            R"( <span class="om-lane__who">Waits for <a class="govuk-link govuk-link--no-visited-state" href="/actions/{}">{}</a>)",
            one.id, one.reference);
        if (plan::comes_too_late(one, row.action.deadline))
            append(to, R"(, <span class="om-ev--missing">due later: {}</span>)",
                   plan::spoken(*one.deadline));
        append(to, "</span>");
    }
}

void append_name(Html& to, const Picture& picture, const TimelineRow& row) {
    const auto& action = row.action;
    append(
        to,
        R"(<th scope="row" class="govuk-table__header om-lane__name" role="rowheader"><span class="om-lane__ref">{}</span> <a class="govuk-link govuk-link--no-visited-state" href="/actions/{}">{}</a>)",
        action.reference, action.id, action.title);
    if (!row.tag.empty()) append(to, " {}", row.tag);
    append_owner(to, picture, action);
    append_awaits(to, row);
    append(to, "</th>");
}

/// Of several dates none begins a line with the dot before it.
std::string date_words(std::string_view words) {
    auto line = plan::lines_joined(words);
    constexpr std::string_view between = " \u00b7 ";
    for (auto at = line.find(between); at != line.npos; at = line.find(between, at + 1))
        line.replace(at, 1, "\u00a0");
    return line;
}

void append_date(Html& to, const DatedAction& action, Day today) {
    const auto [next, left] =
        plan::time_to_say(action.status, action.deadline, action.next_step, today);
    const auto standing = plan::standing(action.status, action.deadline, action.evidence, today);
    append(
        to,
        R"(<td class="govuk-table__cell om-lane__when" role="cell">{} <span class="om-plan__means{}">)",
        date_words(action.date_words),
        standing == ui::Standing::late ? " om-plan__means--late" : "");
    if (action.steps > 0)
        plan::append_steps(to, action.steps, action.steps_done, next);
    else
        append(to, "{}", action.date_meaning);
    if (!left.empty()) append(to, R"(, <span class="om-nowrap">{}</span>)", left);
    append(to, R"(</span></td><td class="govuk-table__cell om-lane__is" role="cell">{}</td>)",
           ui::standing_tag(standing));
}

void append_row(Html& to, const Picture& picture, const TimelineRow& row) {
    append(to, R"(<tr class="govuk-table__row" role="row">)");
    append_name(to, picture, row);
    append_lane(to, row);
    append_date(to, row.action, picture.today);
    append(to, "</tr>\n");
}

// Priorities and objectives.

/// Heads between the rows: where a priority begins, and an objective of several.
class Heads {
public:
    explicit Heads(const TimelinePage& page) : page_(page) {}

    void before(Html& to, std::size_t at) {
        const auto& action = page_.drawn[at].action;
        const bool begins = at == 0 || page_.drawn[at - 1].action.section != action.section;
        if (begins) begin_section(to, at);
        if (has_several_ && (begins || page_.drawn[at - 1].action.objective != action.objective))
            name_objective(to, action.objective);
    }

private:
    void begin_section(Html& to, std::size_t at) {
        const auto& id = page_.drawn[at].action.section;
        if (at > 0) append(to, "</tbody>\n");
        const auto* section = find(page_.picture.sections, id);
        append(to,
               R"(<tbody class="govuk-table__body" role="rowgroup">
<tr role="row"><th colspan="4" scope="rowgroup" class="govuk-table__header om-plan__group" role="rowheader"><b><a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}">{}</a></b>)",
               id, section ? std::string_view(section->name) : std::string_view());
        if (section && section->owner_name) append(to, "<span>{}</span>", *section->owner_name);
        append(to, "</th></tr>\n");
        has_several_ = has_several(at);
    }
    bool has_several(std::size_t at) const {
        const auto& first = page_.drawn[at].action;
        return std::any_of(page_.drawn.begin() + std::ptrdiff_t(at), page_.drawn.end(),
                           [&](const TimelineRow& row) {
                               return row.action.section == first.section &&
                                      row.action.objective != first.objective;
                           });
    }
    void name_objective(Html& to, const plan::ObjectiveId& id) const {
        const auto* objective = find(page_.objectives, id);
        append(
            to,
            R"(<tr role="row"><th colspan="4" scope="rowgroup" class="govuk-table__header om-lane__objective" role="rowheader">{}</th></tr>
)",
            objective ? std::string_view(objective->title) : std::string_view());
    }

    const TimelinePage& page_;
    bool has_several_ = false;
};

/// "April 2026 to March 2027, today 21 Nov 2026".
std::string axis_label(const TimelinePage& page) {
    const auto today = page.picture.today;
    const bool holds_today = page.window.first <= today && today <= page.window.last();
    return spoken(page.window) + (holds_today ? ", today " + plan::spoken(today) : std::string());
}

void append_table_head(Html& to, const TimelinePage& page, const Html& axis) {
    append(
        to,
        R"(<table class="govuk-table om-timeline" role="table"><caption class="govuk-visually-hidden">{} from {}, in the order of the {}: when, drawn and in words</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header om-lane__name" role="columnheader">Action</th><th scope="col" class="govuk-table__header om-lane" role="columnheader">{}</th><th scope="col" class="govuk-table__header om-lane__when" role="columnheader">Target date</th><th scope="col" class="govuk-table__header om-lane__is" role="columnheader">Status</th></tr></thead>
)",
        counted((long long)(page.drawn.size()), "action"), spoken(page.window),
        page.picture.words.one(terms::Word::plan), axis);
}

} // namespace

Html timeline_table(const TimelinePage& page) {
    const chart::TimeAxis axis(page.window.first, page.window.last());
    Html table;
    table.reserve(4096 + page.drawn.size() * 1600);
    append_table_head(
        table, page,
        chart::axis_words(axis, page.picture.today,
                          axis_label(page) +
                              ". What is drawn is said in words in the next two columns."));
    Heads heads(page);
    for (std::size_t at = 0; at < page.drawn.size(); ++at) {
        heads.before(table, at);
        append_row(table, page.picture, page.drawn[at]);
    }
    append(table, "</tbody></table>\n");
    return table;
}

} // namespace openmasa::year
