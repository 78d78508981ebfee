#pragma once
// How many actions of a plan are in which state. One grouped query counts (tally_store.hpp); every
// number on every page is added up from its groups here, so they agree with each other.
#include "plan/plan.hpp"
#include "web/ui/marks.hpp"
#include <array>
#include <map>
#include <vector>

namespace openmasa::plan {

/// Actions of one section with one status, and how many of them are what. Withdrawn ones are in no
/// group.
struct TallyGroup {
    PlanId plan;
    SectionId section;
    Status status{};
    int actions = 0;
    /// Of their dates alone (kernel/overdue.hpp); what a finished action's mean is decided here.
    int overdue = 0, soon = 0;
    int without_evidence = 0, undated = 0, without_owner = 0;
    /// Nothing recorded about them for a quarter (quarter_before()).
    int without_update = 0;
};

struct Tally {
    int actions = 0;
    ui::StandingCounts standings{};
    /// Of what is open: what is finished lacks no date and no owner.
    int soon = 0, undated = 0, without_owner = 0, without_update = 0;

    int of(ui::Standing standing) const;
    int late() const { return of(ui::Standing::late); }
    int unproven() const { return of(ui::Standing::unproven); }
};

Tally total(const std::vector<TallyGroup>& groups, Day today);
Tally total_of(const std::vector<TallyGroup>& groups, const PlanId& plan, Day today);
Tally total_of(const std::vector<TallyGroup>& groups, const SectionId& section, Day today);
/// Each plan's own total, in one go; a plan without actions is not among them.
std::map<PlanId, Tally> totals_by_plan(const std::vector<TallyGroup>& groups, Day today);

/// How many actions an objective has.
struct ActionsOfObjective {
    ObjectiveId objective;
    int actions;
};
/// Nought for one that is not in it.
int count_of(const std::vector<ActionsOfObjective>& counts, const ObjectiveId& objective);

/// The same day three months earlier, or that month's last day.
Day quarter_before(Day today);

/// The rows that a number counts.
enum class Counted { all, late, soon, undated, without_owner, unproven, without_update };
/// Where exactly those rows are listed; `section` narrows them (not `without_update`).
std::string address_of(Counted rows, const PlanId& plan,
                       const std::optional<SectionId>& section = std::nullopt);
int count_of(Counted rows, const Tally& tally);

} // namespace openmasa::plan
