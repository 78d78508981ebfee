// The page of all plans: by what they are, each with how it is doing.
#include "kernel/text.hpp"
#include "plan/plans/views.hpp"
#include "plan/running.hpp"
#include "plan/said_type.hpp"
#include "plan/tally_views.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plans {
namespace {

using plan::Counted;
using plan::Plan;
using plan::PlanType;
using plan::Tally;
using terms::Word;

Html link(std::string_view href, std::string_view text) {
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)", href,
                text);
}

/// The period where the title does not say it, whose it is, and the document.
std::string about(const Plan& plan) {
    std::vector<std::string> parts;
    if (!plan.period.empty() && plan.title.find(plan.period) == std::string::npos)
        parts.push_back(plan.period);
    if (plan.owner_name) parts.push_back(*plan.owner_name);
    if (!plan.edition.empty()) parts.push_back(plan.edition);
    return join(parts, ". ");
}

/// What stands open in an edition that a newer one follows is asked for there: it is not late here.
Html plan_row(const Plan& plan, plan::Runs runs, const Tally& tally) {
    const bool is_followed = runs == plan::Runs::followed;
    const auto number = [&](Counted rows, const char* label) {
        const bool counts = !is_followed || rows == Counted::all;
        return html(
            R"(<td class="govuk-table__cell govuk-table__cell--numeric{}" role="cell" data-label="{}">{}</td>)",
            !counts || plan::count_of(rows, tally) == 0 ? " om-state__none" : "", label,
            counts ? plan::number_link({rows, plan.id, {}}, tally) : html("\u2013"));
    };
    const auto doing =
        is_followed
            ? html(
                  R"(<span class="om-state__owner">Followed by a newer edition. What was left open goes on there or was dropped.</span>)")
            : ui::standing_chart(tally.standings);
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}<span class="om-state__owner">{}</span></th><td class="govuk-table__cell om-state__bar" role="cell">{}</td>{}{}{}</tr>
)",
        link(fmt::format("/plans/{}/actions", plan.id.view()), plan.title), about(plan), doing,
        number(Counted::all, "actions"), number(Counted::late, "late"),
        number(Counted::unproven, "done, no evidence"));
}

using AllRuns = std::vector<plan::Runs>;
using Tallies = std::map<plan::PlanId, plan::Tally>;

plan::Tally tally_of(const Tallies& tallies, const plan::PlanId& plan) {
    const auto found = tallies.find(plan);
    return found == tallies.end() ? plan::Tally{} : found->second;
}

Html table_of(const AllPlans& all, const AllRuns& runs, const Tallies& tallies, PlanType type) {
    Html rows;
    for (std::size_t at = 0; at < all.plans.size(); ++at)
        if (const auto& plan = all.plans[at]; plan.type == type)
            rows += plan_row(plan, runs[at], tally_of(tallies, plan.id));
    return html(
        R"(<table class="govuk-table om-stack om-state" role="table"><caption class="govuk-visually-hidden">{}, the last changed first</caption>
<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">{}</th><th scope="col" class="govuk-table__header" role="columnheader">How it is doing</th><th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">Actions</th><th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">Late</th><th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">Done, no evidence</th></tr></thead>
<tbody class="govuk-table__body" role="rowgroup">
{}</tbody></table>
)",
        plan::said_type(all.words, type), all.words.heading(Word::plan), rows);
}

Html plans_by_type(const AllPlans& all) {
    Html parts = ui::standing_key();
    const auto runs = plan::how_they_run(all.plans, all.today);
    const auto tallies = plan::totals_by_plan(all.groups, all.today);
    for (const auto type : plan::all_plan_types) {
        if (std::ranges::count(all.plans, type, &Plan::type) == 0) continue;
        append(
            parts,
            R"(<section class="om-section" aria-labelledby="type-{}"><h2 class="govuk-heading-m" id="type-{}">{}</h2>
{}</section>
)",
            to_text(type), to_text(type), plan::said_type(all.words, type),
            table_of(all, runs, tallies, type));
    }
    return parts;
}

Html withdrawn_plans(const AllPlans& all) {
    if (all.withdrawn.empty()) return {};
    Html items;
    for (const auto& plan : all.withdrawn)
        append(items, "<li>{}: {}</li>\n",
               link(fmt::format("/plans/{}/editions", plan.id.view()), plan.title),
               plan.withdrawn_why);
    return html(
        R"(<section class="om-section" aria-labelledby="withdrawn-plans"><h2 class="govuk-heading-m" id="withdrawn-plans">Withdrawn {}</h2>
<ul class="govuk-list">
{}</ul></section>
)",
        all.words.several(Word::plan), items);
}

Html verbs(const AllPlans& all) {
    return when(all.may_change, ui::button({.text = all.words.say("Add [a plan]"),
                                            .href = "/plans/add",
                                            .classes = "govuk-button--secondary"})) +
           when(all.may_import, ui::button({.text = all.words.say("Import [a plan] from Word"),
                                            .href = "/plans/import"}));
}

Html way_to_register(const AllPlans& all) {
    return html(
        R"(<p class="govuk-body"><a class="govuk-link" href="/plans/all">All {} as one list</a>, to filter, sort and download.</p>
)",
        all.words.several(Word::plan));
}

Html sentence(const AllPlans& all) {
    if (!all.plans.empty())
        return html("{}.", counted(int(all.plans.size()), all.words.one(Word::plan),
                                   all.words.several(Word::plan)));
    return all.withdrawn.empty() ? html("No {} has been saved yet.", all.words.one(Word::plan))
                                 : html("No {} is in force.", all.words.one(Word::plan));
}

} // namespace

Html plans_view(const AllPlans& all) {
    return pages::head({.title = all.words.headings(Word::plan),
                        .sentence = sentence(all),
                        .verbs = verbs(all)}) +
           (all.plans.empty() ? Html() : all.only + plans_by_type(all) + way_to_register(all)) +
           withdrawn_plans(all);
}

} // namespace openmasa::plans
