#pragma once
// Actions as rows, saved documents, and what was withdrawn. Nothing for who may not read the plan.
#include "plan/plans/plans.hpp"
#include "store/db.hpp"

namespace openmasa::plans {

/// The first most_of_objective actions of each objective of a section, in the plan's order.
std::vector<ListedAction> actions_of(store::Db& db, const Scope& scope,
                                     const plan::SectionId& section);
/// One page of the actions of an objective, in the plan's order.
std::vector<ListedAction> actions_of(store::Db& db, const Scope& scope,
                                     const plan::ObjectiveId& objective,
                                     const listing::Paging& paging);
/// One page of the open actions of a plan that nothing was recorded about for a quarter, the
/// longest silent first.
std::vector<ListedAction> actions_without_update(store::Db& db, const Scope& scope,
                                                 const plan::PlanId& plan,
                                                 const listing::Paging& paging);
/// Newest first.
std::vector<Edition> editions_of(store::Db& db, const Scope& scope, const plan::PlanId& plan);
/// For whoever may bring one back; the last withdrawn first.
std::vector<plan::Plan> withdrawn_plans(store::Db& db, const Scope& scope);
/// The last withdrawn first; at most most_withdrawn.
std::vector<WithdrawnAction> withdrawn_from(store::Db& db, const Scope& scope,
                                            const plan::PlanId& plan);

} // namespace openmasa::plans
