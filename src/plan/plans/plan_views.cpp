// The pages about a whole plan: its priorities, its editions, what is silent in it.
#include "kernel/text.hpp"
#include "plan/owner_link.hpp"
#include "plan/plan_head.hpp"
#include "plan/plans/row_views.hpp"
#include "plan/plans/views.hpp"
#include "plan/tally_views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include <fmt/format.h>

namespace openmasa::plans {
namespace {

using plan::Counted;
using plan::PlanTab;
using plan::Section;
using terms::Word;

Html link(std::string_view href, std::string_view text) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)", href,
                text);
}

Html head_of(const PlanPage& page, PlanTab tab) {
    const auto tally = plan::total(page.groups, page.today);
    return plan::plan_head(
        page.words, page.plan,
        {.current = tab,
         .reference = page.reference,
         .tags = page.tags,
         .sentence = plan::plan_sentence(page.words, page.plan.id, tally, page.sections),
         .verbs = page.verbs,
         .succession = page.succession});
}

// Priorities.

Html owner_and_chair(const Section& section) {
    return html(R"(<ul class="om-facts"><li>Owner {}</li>{}{}</ul>
)",
                section.owner_name && section.owner
                    ? html("<b>{}</b>", plan::owner_link(*section.owner, *section.owner_name))
                    : html(R"(<span class="om-ev--missing">No owner</span>)"),
                when(!section.chair.empty(), html("<li>Chair <b>{}</b></li>", section.chair)),
                when(!section.remark.empty(), html("<li>{}</li>", section.remark)));
}

Html objective_list(const PlanPage& page, const Section& section) {
    Html items;
    for (const auto& objective : page.objectives) {
        if (objective.section != section.id) continue;
        append(items, R"(<li>{} <span class="om-quiet">{}</span></li>
)",
               link(fmt::format("/objectives/{}", objective.id.view()), objective.title),
               counted(plan::count_of(page.in_objectives, objective.id), "action"));
    }
    return html(R"(<ul class="om-objectives">
{}</ul>)",
                items);
}

Html priority_part(const PlanPage& page, const Section& section) {
    const auto tally = plan::total_of(page.groups, section.id, page.today);
    return html(
        R"(<section class="om-priority" aria-labelledby="p-{}"><h2 class="govuk-heading-m" id="p-{}">{}</h2>
{}<p class="om-priority__says">{}</p>
{}
<div class="om-halves"><div><h3 class="govuk-heading-s">The difference we will see</h3>{}</div>
<div><h3 class="govuk-heading-s">Objectives</h3>{}</div></div></section>
)",
        section.id, section.id,
        link(fmt::format("/priorities/{}", section.id.view()), section.name),
        owner_and_chair(section), plan::section_sentence(section, tally),
        ui::standing_chart(tally.standings), difference(page.words, section),
        objective_list(page, section));
}

// Editions.

Html edition_list(const PlanPage& page, const std::vector<Edition>& editions) {
    if (editions.empty())
        return html(
            R"(<p class="govuk-body">This {} did not come from a document.</p>
)",
            page.words.one(Word::plan));
    Html items;
    for (const auto& edition : editions)
        append(items,
               R"(<div class="om-source"><h3>{}</h3><p class="om-quiet">Saved on {}. {}</p></div>
)",
               edition.file_name, spoken(edition.saved_at), edition.who);
    return items;
}

/// The editions before and after, and where the next one is made.
Html neighbours(const PlanPage& page) {
    const auto& id = page.plan.id;
    const auto& [before, after] = page.succession;
    Html items;
    if (before)
        append(items, "<li>It follows {}. {}.</li>\n",
               link(fmt::format("/plans/{}", before->id.view()), before->title),
               link(fmt::format("/plans/{}/compared", id.view()), "See the two compared"));
    if (after)
        append(items, "<li>It is followed by {}. {}.</li>\n",
               link(fmt::format("/plans/{}", after->id.view()), after->title),
               link(fmt::format("/plans/{}/compared", after->id.view()), "See the two compared"));
    if (!after && page.may_change && !page.plan.withdrawn)
        append(items, "<li>{}</li>\n",
               link(fmt::format("/plans/{}/next", id.view()), "Make the next edition"));
    if (page.may_change && !page.plan.withdrawn)
        append(items, "<li>{}</li>\n",
               link(fmt::format("/plans/{}/follows", id.view()),
                    before ? "Say again what goes on from the edition before"
                           : "Say which edition it follows"));
    if (items.empty())
        return html(R"(<p class="govuk-body">It stands alone.</p>
)");
    return html(R"(<ul class="govuk-list">
{}</ul>
)",
                items);
}

Html withdrawn_row(const WithdrawnAction& action) {
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}<span class="om-plan__meta">{}</span></th><td class="govuk-table__cell" role="cell">{}</td><td class="govuk-table__cell" role="cell">{}</td></tr>
)",
        link(fmt::format("/actions/{}", action.id.view()), action.title), action.reference,
        action.why, spoken(london_day(action.at)));
}

Html withdrawn_table(const PlanPage& page, const std::vector<WithdrawnAction>& withdrawn) {
    if (withdrawn.empty())
        return html(R"(<p class="govuk-body">No action has left the {}.</p>
)",
                    page.words.one(Word::plan));
    const int in_all = withdrawn.front().in_all, shown = int(withdrawn.size());
    Html rows;
    for (const auto& action : withdrawn) rows += withdrawn_row(action);
    return html(
        R"({}<table class="govuk-table om-stack om-withdrawn" role="table"><caption class="govuk-visually-hidden">Actions that left the {}</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">Action</th><th scope="col" class="govuk-table__header" role="columnheader">Why</th><th scope="col" class="govuk-table__header" role="columnheader">When</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        when(in_all > shown, html(R"(<p class="om-quiet">The last {} of {}.</p>
)",
                                  shown, in_all)),
        page.words.one(Word::plan), rows);
}

} // namespace

Html priorities_view(const PlanPage& page) {
    Html parts;
    for (const auto& section : page.shown) parts += priority_part(page, section);
    if (page.may_change && !page.plan.withdrawn)
        append(parts, R"(<p class="govuk-body om-section">{}</p>
)",
               link(fmt::format("/plans/{}/priorities/add", page.plan.id.view()),
                    page.words.say("Add [a priority]")));
    return head_of(page, PlanTab::priorities) + page.only + ui::standing_key() + parts;
}

Html editions_view(const PlanPage& page, const std::vector<Edition>& editions,
                   const std::vector<WithdrawnAction>& withdrawn, const Html& thread) {
    return html(
        R"({}<section aria-labelledby="neighbours"><h2 class="govuk-heading-m" id="neighbours">Before and after</h2>
{}</section>
<section class="om-section" aria-labelledby="editions"><h2 class="govuk-heading-m" id="editions">Documents saved into this {}</h2>
{}</section>
<section class="om-section" aria-labelledby="withdrawn"><h2 class="govuk-heading-m" id="withdrawn">What left the {}</h2>
{}</section>
{}{})",
        head_of(page, PlanTab::editions), neighbours(page), page.words.one(Word::plan),
        edition_list(page, editions), page.words.one(Word::plan), withdrawn_table(page, withdrawn),
        thread,
        plan::record_links(page.words, {.kind = "plan",
                                        .id = page.plan.id.view(),
                                        .may_change = page.may_change,
                                        .withdrawn = page.plan.withdrawn}));
}

Html comments_view(const PlanPage& page, const Html& comments) {
    return head_of(page, PlanTab::comments) + comments;
}

Html without_update_view(const WithoutUpdatePage& page) {
    const auto sentence =
        page.actions.empty()
            ? html("Something has been recorded about every open action since {}.",
                   spoken_long(plan::quarter_before(page.today)))
            : html("{} with nothing recorded since {}. The longest silent come first.",
                   counted(page.paging.rows, "open action"),
                   spoken_long(plan::quarter_before(page.today)));
    const auto head =
        pages::head({.title = "Actions without an update for three months", .sentence = sentence});
    if (page.actions.empty()) return head;
    return head +
           action_table("Open actions without an update for three months", page.actions,
                        ObjectiveName::shown, page.today) +
           page_links(page.paging, plan::address_of(Counted::without_update, page.plan.id));
}

} // namespace openmasa::plans
