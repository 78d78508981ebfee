#pragma once
// What the first page reads. Finders give nothing to somebody who may not read the plan.
#include "plan/home/home.hpp"
#include "store/db.hpp"

namespace openmasa::home {

/// Everything that the first page shows this person, in a number of statements that does not grow
/// with the data.
Home load_home(store::Db& db, const Scope& scope);

/// Actions of the person's own owners in these plans: late and due (most pressing first), at risk,
/// done without evidence. At most most_own.
std::vector<WaitingAction> own_waiting(store::Db& db, const Scope& scope,
                                       const std::vector<plan::Plan>& plans);
/// Late ones of these plans, longest first. At most most_late.
std::vector<WaitingAction> late_in(store::Db& db, const Scope& scope,
                                   const std::vector<plan::Plan>& plans);
/// Late and due soon in these plans, by deadline. At most most_to_look_at.
std::vector<WaitingAction> late_and_soon_in(store::Db& db, const Scope& scope,
                                            const std::vector<plan::Plan>& plans);
/// Those within which the person holds a role, by name.
std::vector<access::Owner> acts_for(store::Db& db, const Scope& scope);
/// Documents that nobody saved or left, as long as no newer one was saved. Newest first.
std::vector<WaitingImport> waiting_imports(store::Db& db, const Scope& scope);
/// Progress, evidence and editions of these plans in the last days_of_changes days, newest first.
std::vector<Change> recent_changes(store::Db& db, const Scope& scope,
                                   const std::vector<plan::Plan>& plans);

} // namespace openmasa::home
