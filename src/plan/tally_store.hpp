#pragma once
// The queries that count actions (tally.hpp adds their groups up).
#include "plan/tally.hpp"
#include "store/db.hpp"

namespace openmasa::plan {

/// The groups of one plan; none for somebody who may not read it.
std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const PlanId& plan);
/// Those of one objective.
std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const ObjectiveId& objective);
/// The groups of every plan.
std::vector<TallyGroup> tally_of_all(store::Db& db, const Scope& scope);

/// How many actions each objective of a plan has; those without any are left out.
std::vector<ActionsOfObjective> count_by_objective_of(store::Db& db, const Scope& scope,
                                                      const PlanId& plan);

} // namespace openmasa::plan
