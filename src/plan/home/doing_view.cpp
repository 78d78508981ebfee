// How the plan is doing: a sentence, a key, a row of bar and numbers for each section, which other
// plans run, and where the golden thread is broken.
#include "plan/home/views.hpp"
#include "plan/tally_views.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace openmasa::home {
namespace {

using plan::Counted;
using plan::Section;
using plan::Tally;

/// A column of the table: its head (a no-break space keeps two words together) and what stands
/// behind the number on a phone.
struct Column {
    Counted rows;
    const char *head, *label;
};
constexpr Column columns[] = {
    {Counted::soon, "Due in 30\u00a0days", "due in 30 days"},
    {Counted::late, "Late", "late"},
    {Counted::undated, "No date", "no date"},
    {Counted::without_owner, "No owner", "no owner"},
    {Counted::unproven, "Done, no\u00a0evidence", "done, no evidence"},
};

Html table_head(const terms::Words& words) {
    Html heads;
    for (const auto& column : columns)
        append(
            heads,
            R"(<th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">{}</th>)",
            column.head);
    return html(
        R"(<thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row"><th scope="col" class="govuk-table__header" role="columnheader">{} and owner</th><th scope="col" class="govuk-table__header" role="columnheader">Actions</th>{}</tr></thead>
)",
        words.heading(terms::Word::priority), heads);
}

Html numbers(const plan::PlanId& plan, const std::optional<plan::SectionId>& section,
             const Tally& tally) {
    Html cells;
    for (const auto& column : columns)
        append(
            cells,
            R"(<td class="govuk-table__cell govuk-table__cell--numeric{}" role="cell" data-label="{}">{}</td>)",
            plan::count_of(column.rows, tally) == 0 ? " om-state__none" : "", column.label,
            plan::number_link({column.rows, plan, section}, tally));
    return cells;
}

Html row(const Html& name, const Tally& tally, const Html& cells) {
    return html(
        R"(<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{}</th><td class="govuk-table__cell om-state__bar" role="cell">{}</td>{}</tr>
)",
        name, ui::standing_chart(tally.standings), cells);
}

Html section_name(const Section& section) {
    return html(
        R"(<a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}">{}</a><span class="om-state__owner">{}</span>)",
        section.id, section.name,
        section.owner_name ? escaped(*section.owner_name)
                           : html(R"(<span class="om-ev--missing">No owner</span>)"));
}

Html table_body(const Home& home) {
    Html rows;
    for (const auto& section : home.sections) {
        const auto tally = plan::total_of(home.groups, section.id, home.today);
        rows +=
            row(section_name(section), tally, numbers(home.plans.front().id, section.id, tally));
    }
    return html(R"(<tbody class="govuk-table__body" role="rowgroup">
{}</tbody>
)",
                rows);
}

Html table_foot(const Home& home, const Tally& all) {
    if (home.sections.size() < 2) return {};
    return html(R"(<tfoot role="rowgroup">
{}</tfoot>
)",
                row(html("All {}", plan::spelled(int(home.sections.size()))), all,
                    numbers(home.plans.front().id, {}, all)));
}

struct Break {
    Counted rows;
    const char *one, *several;
};
constexpr Break breaks[] = {
    {Counted::unproven, "action done without evidence", "actions done without evidence"},
    {Counted::without_owner, "action without an owner", "actions without an owner"},
    {Counted::undated, "action without a date", "actions without a date"},
    {Counted::without_update, "open action with nothing recorded for three months",
     "open actions with nothing recorded for three months"},
};

/// A plan that runs beside the one whose figures stand here.
struct Other {
    const plan::Plan* plan;
    Tally tally;
};

/// Those with the most late actions first.
std::vector<Other> others(const Home& home) {
    std::vector<Other> found;
    auto tallies = plan::totals_by_plan(home.groups, home.today);
    for (std::size_t at = 1; at < home.plans.size(); ++at)
        found.push_back({&home.plans[at], tallies[home.plans[at].id]});
    std::ranges::stable_sort(found, std::greater{},
                             [](const Other& other) { return other.tally.late(); });
    return found;
}

Html other_view(const Other& other) {
    const auto late = fmt::format("{} late", other.tally.late());
    return html(R"(<a class="govuk-link govuk-link--no-visited-state" href="/plans/{}">{}</a>, {})",
                other.plan->id, other.plan->title,
                other.tally.late() == 0
                    ? html("none late")
                    : html(R"(<a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a>)",
                           plan::address_of(Counted::late, other.plan->id), late));
}

/// "Also running: Neglect strategy, 2 late."
Html also_running(const Home& home) {
    const auto all = others(home);
    if (all.empty()) return {};
    Html names;
    for (std::size_t at = 0; at < all.size() && at < most_also_running; ++at)
        append(names, "{}{}", at == 0 ? "" : "; ", other_view(all[at]));
    if (all.size() > most_also_running)
        append(names,
               R"(; <a class="govuk-link govuk-link--no-visited-state" href="/plans">{} more</a>)",
               all.size() - most_also_running);
    return html(R"(<p class="om-quiet">Also running: {}.</p>
)",
                names);
}

} // namespace

Html doing_view(const Home& home) {
    const auto all = plan::total_of(home.groups, home.plans.front().id, home.today);
    return html(
        R"(<section class="om-section" aria-labelledby="doing"><h2 class="govuk-heading-m" id="doing">How “{}” is doing</h2>
<p class="om-lede">{}</p>
{}{}<table class="govuk-table om-stack om-state" role="table"><caption class="govuk-visually-hidden">Actions of {} by {} on {}</caption>
{}{}{}</table>
</section>
)",
        home.plans.front().title,
        plan::plan_sentence(home.words, home.plans.front().id, all, home.sections),
        also_running(home), ui::standing_key(), home.plans.front().title,
        home.words.one(terms::Word::priority), spoken_long(home.today), table_head(home.words),
        table_body(home), table_foot(home, all));
}

Html breaks_view(const Home& home) {
    const auto all = plan::total_of(home.groups, home.plans.front().id, home.today);
    Html items;
    for (const auto& one : breaks)
        if (const int count = plan::count_of(one.rows, all))
            append(
                items,
                R"(<li><b>{}</b><span><a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a></span></li>
)",
                count, plan::address_of(one.rows, home.plans.front().id),
                count == 1 ? one.one : one.several);
    return html(
        R"(<section class="om-aside" aria-labelledby="breaks"><h2 class="govuk-heading-s" id="breaks">Where the golden thread is broken</h2>{}<p class="om-small"><a class="govuk-link govuk-link--no-visited-state" href="/gaps">Everything that is missing</a></p></section>
)",
        items.empty()
            ? html(
                  R"(<p class="om-small">Nowhere: each action has an owner and a date, has been updated in the last three months, and what is done is shown to be done.</p>)")
            : html(R"(<ul class="om-breaks">
{}</ul>)",
                   items));
}

} // namespace openmasa::home
