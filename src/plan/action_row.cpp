#include "plan/action_row.hpp"
#include "kernel/text.hpp"
#include "plan/owner_link.hpp"
#include "plan/rules.hpp"
#include <utility>

namespace openmasa::plan {
namespace {

void append_title(Html& to, const ActionLine& line) {
    append(
        to,
        R"(<th scope="row" class="govuk-table__header" role="rowheader"><a class="om-plan__title govuk-link govuk-link--no-visited-state" href="/actions/{}">{}</a><span class="om-plan__meta">{})",
        line.id, line.title, line.reference);
    if (!line.objective.empty()) append(to, " &nbsp;{}", line.objective);
    if (!line.tags.empty()) append(to, R"(</span><span class="om-plan__meta">{})", line.tags);
    if (!line.tag.empty()) append(to, " {}", line.tag);
    append(to, "</span></th>");
}

void append_dash(Html& to, std::string_view read_out) {
    append(
        to,
        R"(<span class="om-ev om-ev--none"><span aria-hidden="true">&ndash;</span><span class="govuk-visually-hidden">{}</span></span>)",
        read_out);
}

void append_owner(Html& to, const ActionLine& line) {
    append(to, R"(<td class="govuk-table__cell om-plan__col-who" role="cell">)");
    if (!line.owner.empty() && line.owner_id)
        to += owner_link(*line.owner_id, line.owner);
    else if (!line.owner.empty())
        append(to, "{}", line.owner);
    else if (is_open(line.status))
        append(to, R"(<span class="om-ev--missing">No owner</span>)");
    else
        append_dash(to, "No owner");
    append(to, "</td>");
}

/// Where a line is no longer than a date, it does not break.
void append_words(Html& to, std::string_view words) {
    constexpr std::size_t longest_date = 20;
    append(to, R"(<span class="om-plan__words">)");
    if (words.find('\n') == words.npos) return append(to, "{}</span>", words);
    bool first = true;
    for (auto line : split(words, '\n')) {
        if (!std::exchange(first, false)) append(to, "<br>");
        if (line.size() > longest_date)
            append(to, "{}", line);
        else
            append(to, R"(<span class="om-nowrap">{}</span>)", line);
    }
    append(to, "</span>");
}

/// Finished without a date: nothing is missing any more.
void append_finished(Html& to, const ActionLine& line) {
    line.date_words.empty() ? append_dash(to, "No date") : append_words(to, line.date_words);
}

/// Nothing was written, or what was written is no date: its words stay, and the gap is shown.
void append_gap(Html& to, const ActionLine& line) {
    if (!is_open(line.status)) return append_finished(to, line);
    if (line.date_words.empty())
        append(
            to,
            R"(<span class="om-ev--missing">No date</span> <span class="om-plan__means">left blank</span>)");
    else {
        append_words(to, line.date_words);
        append(to, R"( <span class="om-ev--missing">No date</span>)");
    }
}

void append_meaning(Html& to, const ActionLine& line) {
    const bool is_late = line.standing == ui::Standing::late;
    append_words(to, line.date_words);
    append(to, R"( <span class="om-plan__means{}">)", is_late ? " om-plan__means--late" : "");
    if (line.steps > 0)
        append_steps(to, line.steps, line.steps_done, line.next_step);
    else
        append(to, "{}", line.date_meaning);
    if (!line.time_left.empty())
        append(to, R"(, <span class="om-nowrap">{}</span>)", line.time_left);
    append(to, "</span>");
}

void append_date(Html& to, const ActionLine& line) {
    append(to, R"(<td class="govuk-table__cell om-plan__col-when" role="cell">)");
    line.date_kind == "unknown" ? append_gap(to, line) : append_meaning(to, line);
    append(to, "</td>");
}

/// Late is derived; what a person set stands beside it.
void append_status(Html& to, const ActionLine& line) {
    append(to, R"(<td class="govuk-table__cell om-plan__col-is" role="cell">{})",
           ui::standing_tag(line.standing));
    if (line.standing == ui::Standing::late)
        append(to, R"( <span class="om-plan__means">{}</span>)", lower(spoken(line.status)));
    append(to, "</td>");
}

} // namespace

void append_steps(Html& to, int steps, int done, std::optional<Day> next) {
    if (done == steps) return append(to, "all {} steps done", steps);
    append(to, "{} of {} steps done", done, steps);
    if (next) append(to, ", next by {}", spoken(*next));
}

void begin_action_table(Html& to, const ActionTable& table) {
    append(
        to,
        R"(<table class="govuk-table om-stack om-plan" role="table"><caption class="govuk-visually-hidden">{}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">{}</th><th scope="col" class="govuk-table__header om-plan__col-who" role="columnheader">{}</th><th scope="col" class="govuk-table__header om-plan__col-when" role="columnheader">{}</th><th scope="col" class="govuk-table__header om-plan__col-is" role="columnheader">{}</th><th scope="col" class="govuk-table__header om-plan__col-ev" role="columnheader">{}</th></tr></thead>
)",
        table.caption, table.action, table.owner, table.date, table.status, table.evidence);
}

void end_action_table(Html& to) {
    append(to, "</table>\n");
}

void begin_action_group(Html& to) {
    append(to, R"(<tbody class="govuk-table__body" role="rowgroup">
)");
}

void begin_action_group(Html& to, const ActionGroup& group) {
    begin_action_group(to);
    append(
        to,
        R"(<tr role="row"><th colspan="5" scope="rowgroup" class="govuk-table__header om-plan__group" role="rowheader"><b>{}</b>{}</th></tr>
)",
        group.name, when(!group.remark.empty(), html("<span>{}</span>", group.remark)));
}

void end_action_group(Html& to) {
    append(to, "</tbody>\n");
}

void append_action_row(Html& to, const ActionLine& line) {
    append(to, R"(<tr class="govuk-table__row" role="row">)");
    append_title(to, line);
    append_owner(to, line);
    append_date(to, line);
    append_status(to, line);
    append(to, R"(<td class="govuk-table__cell om-plan__col-ev" role="cell">{}</td></tr>
)",
           ui::evidence_mark(line.standing, line.evidence));
}

} // namespace openmasa::plan
