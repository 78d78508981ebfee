#pragma once
// What the pictures read. Nothing for who may not read the plan; each is one statement, however
// many rows it gives; on a day in the past what is chosen in memory (plan/actions_of_plan.hpp).
#include "core/access/owner.hpp"
#include "plan/year/board.hpp"
#include "plan/year/filter.hpp"
#include "plan/year/glance.hpp"
#include "plan/year/year.hpp"
#include "store/db.hpp"

namespace openmasa::year {

/// In the plan's order, at most `most`.
std::vector<DatedAction> dated_actions(store::Db& db, const Scope& scope, const plan::PlanId& plan,
                                       const Filter& filter, int most);
/// The dated steps of a plan's actions, those of each action together and in their order.
std::vector<DatedStep> dated_steps(store::Db& db, const Scope& scope, const plan::PlanId& plan);
/// Who owns actions of the plan.
std::vector<access::Owner> owners_in(store::Db& db, const Scope& scope, const plan::PlanId& plan);

/// Changes of status, evidence, steps and deadlines between two days, both included. Remembered
/// until an action of the plan changes, but for a day in the past.
Happenings happenings(store::Db& db, const Scope& scope, const plan::PlanId& plan,
                      const Filter& filter, const Year& year);

/// How many actions have each status, and the first cards of each.
std::vector<StatusCount> count_by_status(store::Db& db, const Scope& scope,
                                         const plan::PlanId& plan, const Filter& filter);
/// What is open by what comes next; what is finished, the last changed first.
std::vector<Card> first_cards(store::Db& db, const Scope& scope, const plan::PlanId& plan,
                              const Filter& filter);

} // namespace openmasa::year
