#pragma once
// The one query that counts actions (tally.hpp adds its groups up).
#include "plan/tally.hpp"
#include "store/db.hpp"

namespace openmasa::plan {

/// The groups of one plan; none for somebody who may not read it.
std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const PlanId& plan);
/// The groups of every plan.
std::vector<TallyGroup> tally_of_all(store::Db& db, const Scope& scope);

} // namespace openmasa::plan
