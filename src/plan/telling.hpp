#pragma once
// Who is told what became of an action. Inside atomically(), after it was saved.
#include "core/access/scope.hpp"
#include "plan/plan.hpp"
#include "store/db.hpp"

namespace openmasa::plan {

/// A new owner's people, and a new lead, learn that there is something for them.
void tell_who_is_new(store::Db& db, const Scope& scope, const Action& before, const Action& now);
/// Of an action that was blocked: whoever chairs the group that owns its priority; where nobody
/// does, everybody who acts for that owner. Only who may read it.
void tell_chair(store::Db& db, const Scope& scope, const Action& action);

} // namespace openmasa::plan
