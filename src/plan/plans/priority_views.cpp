// A priority and an objective, each with its actions.
#include "kernel/text.hpp"
#include "plan/owner_link.hpp"
#include "plan/plan_head.hpp"
#include "plan/plans/priority_time_views.hpp"
#include "plan/plans/row_views.hpp"
#include "plan/plans/views.hpp"
#include "plan/tally_views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plans {
namespace {

using plan::Objective;
using plan::Section;

std::vector<Html> facts_of(const PriorityPage& page) {
    const auto& section = page.section;
    std::vector<Html> facts;
    if (!page.reference.empty()) facts.push_back(html("<b>{}</b>", page.reference));
    facts.push_back(
        section.owner_name && section.owner
            ? html("Owner <b>{}</b>", plan::owner_link(*section.owner, *section.owner_name))
            : html(R"(<span class="om-ev--missing">No owner</span>)"));
    if (!section.chair.empty()) facts.push_back(html("Chair <b>{}</b>", section.chair));
    if (!section.remark.empty()) facts.push_back(escaped(section.remark));
    for (const auto& tags : page.tags) facts.push_back(tags);
    facts.push_back(html(
        R"(<a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}/changes">What changed</a>)",
        section.id));
    if (page.may_ask)
        facts.push_back(html(
            R"(<a class="govuk-link govuk-link--no-visited-state" href="/plans/{}/updates">Ask for updates</a>)",
            section.plan));
    return facts;
}

template<class Noun>
Html withdrawn_note(const terms::Words& words, const Noun& noun, std::string_view kind) {
    return when(
        noun.withdrawn,
        html(
            R"(<div class="govuk-inset-text">This {} has left the {}: {}. Its record stays.</div>
)",
            plan::said_kind(words, kind), words.one(terms::Word::plan), noun.withdrawn_why));
}

/// Change it, and add something to it; for those who may.
Html change_verbs(bool may_change, std::string_view address, std::string_view below,
                  std::string_view add) {
    if (!may_change) return {};
    return ui::button({.text = "Change",
                       .href = fmt::format("{}/change", address),
                       .classes = "govuk-button--secondary"}) +
           ui::button({.text = add,
                       .href = fmt::format("{}/{}/add", address, below),
                       .classes = "govuk-button--secondary"});
}

/// The rows of one objective; the last row says how many more there are.
void append_objective(Html& to, const PriorityPage& page, const Objective& objective) {
    const auto in_all = plan::count_of(page.in_objectives, objective.id);
    const auto address = fmt::format("/objectives/{}", objective.id.view());
    plan::begin_action_group(
        to, {.name = html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                          address, objective.title),
             .remark = in_all == 0 ? "No actions"
                       : in_all > most_of_objective
                           ? std::string_view("The first are shown; its page has all")
                           : std::string_view()});
    for (const auto& action : page.actions)
        if (action.objective == objective.id)
            plan::append_action_row(to, line_of(action, ObjectiveName::left_out, page.today));
    plan::end_action_group(to);
}

Html objectives_table(const PriorityPage& page) {
    if (page.objectives.empty())
        return html(R"(<p class="govuk-body">No objectives yet.</p>
)");
    Html table;
    plan::begin_action_table(table, {.caption = "Actions by objective"});
    for (const auto& objective : page.objectives) append_objective(table, page, objective);
    plan::end_action_table(table);
    return table;
}

/// The words without the name that stands before them ("Prepare: ..."); nothing where they say no
/// more than the name.
Html words_of(const Objective& objective) {
    std::string_view words = trimmed(objective.words);
    if (one_line(words) == objective.title) return {};
    const auto after_name = words.substr(std::min(words.size(), objective.title.size()));
    if (words.starts_with(objective.title) && trimmed(after_name).starts_with(':'))
        words = trimmed(trimmed(after_name).substr(1));
    return when(!words.empty(), html(R"(<p class="govuk-body om-measure">{}</p>
)",
                                     escaped_lines(words)));
}

Html actions_of_objective(const ObjectivePage& page) {
    if (page.actions.empty())
        return html(R"(<p class="govuk-body">No actions yet.</p>
)");
    return action_table("Actions of this objective", page.actions, ObjectiveName::left_out,
                        page.today) +
           page_links(page.paging, fmt::format("/objectives/{}", page.objective.id.view()));
}

} // namespace

namespace {

Html stepped_down_note(const PriorityPage& page) {
    const auto& section = page.section;
    if (!section.stepped_down_on) return {};
    return html(
        R"(<div class="govuk-inset-text">It stepped down to business as usual on {}: {}</div>
)",
        spoken(*section.stepped_down_on), section.stepped_down_why);
}

} // namespace

Html priority_view(const PriorityPage& page) {
    const auto& section = page.section;
    const auto tally = plan::total_of(page.groups, section.id, page.today);
    return html(
        R"({}{}{}
<section aria-labelledby="difference"><h2 class="govuk-heading-m" id="difference">The difference we will see</h2>
<div class="om-measure">{}</div></section>
{}<section class="om-section" aria-labelledby="objectives"><h2 class="govuk-heading-m" id="objectives">Objectives and their actions</h2>
{}</section>
{}{}{})",
        pages::head({.title = section.name,
                     .sentence = plan::section_sentence(section, tally),
                     .verbs = change_verbs(page.may_change && !section.withdrawn,
                                           "/priorities/" + section.id.str(), "objectives",
                                           "Add an objective"),
                     .facts = facts_of(page)}),
        page.restriction + withdrawn_note(page.words, section, "section") + stepped_down_note(page),
        plan::standing_bar(tally), difference(page.words, section), impact_section(page),
        objectives_table(page), over_time_section(page), page.thread + page.comments,
        plan::record_links(page.words, {.kind = "section",
                                        .id = section.id.view(),
                                        .may_change = page.may_change,
                                        .withdrawn = section.withdrawn,
                                        .restrict_path = page.restrict_path}));
}

Html objective_view(const ObjectivePage& page) {
    const auto& objective = page.objective;
    return html(
        R"({}{}{}{}
<section aria-labelledby="actions"><h2 class="govuk-heading-m" id="actions">{}</h2>
{}</section>
{}{})",
        pages::head({.title = objective.title,
                     .sentence = {},
                     .verbs = change_verbs(page.may_change && !objective.withdrawn,
                                           "/objectives/" + objective.id.str(), "actions",
                                           "Add an action")}),
        page.restriction + withdrawn_note(page.words, objective, "objective"), words_of(objective),
        plan::standing_bar(page.tally),
        page.tally.actions > 0 ? counted(page.tally.actions, "action") : "Actions",
        actions_of_objective(page), page.thread + page.comments,
        plan::record_links(page.words, {.kind = "objective",
                                        .id = objective.id.view(),
                                        .may_change = page.may_change,
                                        .withdrawn = objective.withdrawn,
                                        .restrict_path = page.restrict_path}));
}

} // namespace openmasa::plans
