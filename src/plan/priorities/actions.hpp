#pragma once
// Use cases: say how a priority was adopted and what its impact is looked at by; keep a yearly
// review. One transaction each, inside submit(); a new version of the priority, nothing else.
#include "plan/priorities/rules.hpp"
#include "store/db.hpp"

namespace openmasa::priorities {

/// False: nothing differed, and nothing was saved.
Result<bool> say_adoption(store::Db& db, const Scope& scope, const SayAdoption& command);
/// One that steps down is no priority to review any more; any other outcome takes up again one that
/// had stepped down.
Result<Done> keep_review(store::Db& db, const Scope& scope, const Review& command);

} // namespace openmasa::priorities
