#include "plan/tally.hpp"
#include "kernel/working_days.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace openmasa::plan {
namespace {

/// What is open is late or stands as it was set; what is done is shown to be done, or not.
void add_standings(Tally& tally, const TallyGroup& group, Day today) {
    const auto yesterday = today - std::chrono::days{1};
    const auto add = [&](std::optional<Day> deadline, int evidence, int actions) {
        count_of(tally.standings, standing(group.status, deadline, evidence, today)) += actions;
    };
    if (is_open(group.status)) {
        add(yesterday, 0, group.overdue);
        add({}, 0, group.actions - group.overdue);
    } else {
        add({}, 0, group.without_evidence);
        add({}, 1, group.actions - group.without_evidence);
    }
}

void add(Tally& tally, const TallyGroup& group, Day today) {
    add_standings(tally, group, today);
    tally.actions += group.actions;
    if (!is_open(group.status)) return;
    tally.undated += group.undated;
    tally.without_owner += group.without_owner;
    tally.soon += group.soon;
    tally.without_update += group.without_update;
}

template<class Which>
Tally total_where(const std::vector<TallyGroup>& groups, Day today, Which which) {
    Tally tally;
    for (const auto& group : groups)
        if (which(group)) add(tally, group, today);
    return tally;
}

std::string_view query_of(Counted rows) {
    switch (rows) {
    case Counted::late: return "due=late";
    case Counted::soon: return "due=soon";
    case Counted::undated: return "due=none";
    case Counted::without_owner: return "owner=none";
    case Counted::unproven: return "evidence=missing";
    case Counted::all:
    case Counted::without_update: break;
    }
    return {};
}

} // namespace

int Tally::of(ui::Standing standing) const {
    return count_of(standings, standing);
}

Tally total(const std::vector<TallyGroup>& groups, Day today) {
    return total_where(groups, today, [](const TallyGroup&) { return true; });
}

Tally total_of(const std::vector<TallyGroup>& groups, const PlanId& plan, Day today) {
    return total_where(groups, today, [&](const TallyGroup& g) { return g.plan == plan; });
}

Tally total_of(const std::vector<TallyGroup>& groups, const SectionId& section, Day today) {
    return total_where(groups, today, [&](const TallyGroup& g) { return g.section == section; });
}

std::map<PlanId, Tally> totals_by_plan(const std::vector<TallyGroup>& groups, Day today) {
    std::map<PlanId, Tally> totals;
    auto at = totals.end(); // the groups of a plan stand together
    for (const auto& group : groups) {
        if (at == totals.end() || at->first != group.plan)
            at = totals.try_emplace(group.plan).first;
        add(at->second, group, today);
    }
    return totals;
}

int count_of(const std::vector<ActionsOfObjective>& counts, const ObjectiveId& objective) {
    const auto found = std::ranges::find(counts, objective, &ActionsOfObjective::objective);
    return found == counts.end() ? 0 : found->actions;
}

Day quarter_before(Day today) {
    return months_after(today, -3);
}

std::string address_of(Counted rows, const PlanId& plan, const std::optional<SectionId>& section) {
    if (rows == Counted::without_update)
        return fmt::format("/plans/{}/without-update", plan.view());
    std::string query;
    if (section) query = fmt::format("priority={}", section->view());
    if (rows != Counted::all)
        fmt::format_to(std::back_inserter(query), "{}{}", query.empty() ? "" : "&", query_of(rows));
    return fmt::format("/plans/{}/actions{}{}", plan.view(), query.empty() ? "" : "?", query);
}

int count_of(Counted rows, const Tally& tally) {
    switch (rows) {
    case Counted::all: return tally.actions;
    case Counted::late: return tally.late();
    case Counted::soon: return tally.soon;
    case Counted::undated: return tally.undated;
    case Counted::without_owner: return tally.without_owner;
    case Counted::unproven: return tally.unproven();
    case Counted::without_update: return tally.without_update;
    }
    return 0;
}

} // namespace openmasa::plan
