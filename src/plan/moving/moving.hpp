#pragma once
// Use case: move an action. One transaction, inside submit().
#include "kernel/result.hpp"
#include "plan/plan.hpp"
#include "store/db.hpp"

namespace openmasa::moving {

struct MoveAction {
    plan::ActionId action;
    /// The version that the person read; another one now is a conflict.
    std::int64_t version = 0;
    /// Unset when none was chosen.
    std::optional<plan::ObjectiveId> to;
};
/// Behind the last action of that objective. False: it is there already, and nothing was saved.
/// Effects: a version of the action, and where a restriction of its old objective or priority hid
/// it, a restriction of its own.
Result<bool> move(store::Db& db, const Scope& scope, const MoveAction& command);

} // namespace openmasa::moving
