#pragma once
// Use case: move an action to another objective, priority or plan; by its own form, or with others
// at once. One transaction, inside submit().
#include "kernel/result.hpp"
#include "plan/plan.hpp"
#include "store/db.hpp"

namespace openmasa::plan {

struct MoveAction {
    ActionId action;
    /// The version that the person read; another one now is a conflict.
    std::int64_t version = 0;
    /// Unset when none was chosen.
    std::optional<ObjectiveId> to;
};
/// Behind the last action of that objective. Back where it once stood it gets the reference and the
/// position that it had there, unless somebody else has that reference now. False: it is there
/// already, and nothing was saved.
/// Effects: a version of the action, and where a restriction of its old objective or priority hid
/// it, a restriction of its own.
Result<bool> move_action(store::Db& db, const Scope& scope, const MoveAction& command);

} // namespace openmasa::plan
