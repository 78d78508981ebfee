#pragma once
// What an owner's page reads. Finders give nothing to somebody who may not read the plan.
#include "plan/owed/owed.hpp"
#include "store/db.hpp"
#include <functional>

namespace openmasa::owed {

std::optional<access::Owner> find_owner(store::Db& db, const Scope& scope, const OwnerId& id);
/// The counts of an owner's actions, plan by plan; of these plans only.
std::vector<OwedInPlan> owed_by(store::Db& db, const Scope& scope, const OwnerId& owner,
                                const std::vector<plan::Plan>& plans);
/// Hands over the rows of a selection: late ones first, then what is due soon, at risk, and the
/// rest; what is finished by its dates. One page of them, or all.
void each_owed(store::Db& db, const Scope& scope, const Selection& selection,
               const std::optional<listing::Paging>& paging,
               const std::function<void(const OwedAction&)>& take);
/// The priorities of plans that count, in the order of their plans.
/// Without those of an edition that a newer one follows: that one has what went on of them.
std::vector<OwnedPriority> owned_priorities(store::Db& db, const Scope& scope, const OwnerId& owner,
                                            const std::vector<plan::Plan>& plans);

} // namespace openmasa::owed
