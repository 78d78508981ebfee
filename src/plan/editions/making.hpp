#pragma once
// Use case: make the edition that follows a plan, from it. One transaction, inside submit().
#include "kernel/result.hpp"
#include "plan/editions/next_edition.hpp"

namespace openmasa::editions {

/// Effects: a plan that follows this one; in it the priorities that go on, with their objectives,
/// and the actions that are carried on, each restricted as the one before is; on the old edition
/// what is done, what was left and why, and which priority stepped down. The old actions that are
/// carried on stay as they are.
/// A conflict when anything on the form was changed, or came in, since it was read, and when the
/// plan is followed by an edition already.
Result<plan::PlanId> make_next(store::Db& db, const Scope& scope, const MakeNext& command);

/// Whether this is another version than the form had, or was not on it.
bool is_stale(const MakeNext& command, const plan::Section& section);
bool is_stale(const MakeNext& command, const plan::Action& action);

} // namespace openmasa::editions
