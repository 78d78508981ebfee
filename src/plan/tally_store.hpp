#pragma once
// The queries that count actions (tally.hpp adds their groups up).
#include "plan/tally.hpp"
#include "store/db.hpp"

namespace openmasa::plan {

/// From which state of a plan's actions, and of the owners' names, something was worked out: every
/// change of an action of the plan counts up the one, every change of a name the other.
struct PlanState {
    std::int64_t actions = 0, owners = 0;
};
PlanState state_of(store::Db& db, const PlanId& plan);

/// The groups of one plan; none for somebody who may not read it.
std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const PlanId& plan);
/// The same where the state is known.
std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const PlanId& plan,
                                 const PlanState& state);
/// Those of one objective.
std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const ObjectiveId& objective);
/// Those of some sections, of whatever plans; at least one.
std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope,
                                 const std::vector<SectionId>& sections);
/// The groups of every plan.
std::vector<TallyGroup> tally_of_all(store::Db& db, const Scope& scope);

/// How many actions each objective of a plan has; those without any are left out.
std::vector<ActionsOfObjective> count_by_objective_of(store::Db& db, const Scope& scope,
                                                      const PlanId& plan);

} // namespace openmasa::plan
