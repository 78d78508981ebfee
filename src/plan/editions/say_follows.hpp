#pragma once
// Use case: say which edition a plan follows, and which of its priorities and actions go on from
// which. One transaction, inside submit().
#include "plan/editions/following.hpp"

namespace openmasa::editions {

/// The plans that this one may follow: not itself, none that follows it by however many editions,
/// none that another one follows. Those of its own
/// kind first, then by title.
std::vector<plan::Plan> may_follow(store::Db& db, const Scope& scope, const plan::Plan& plan);

/// Effects: plan, priorities and actions of the newer edition say what they follow; what of the
/// earlier one is open and not carried on is done, or says why it was left. Saying it again puts it
/// right: what was left and goes on now is left no longer; with no earlier edition, nothing follows
/// and nothing is left behind. What was said to be done stays done.
/// A conflict when either edition was changed since it was read.
Result<Done> say_follows(store::Db& db, const Scope& scope, const SayFollows& command);

} // namespace openmasa::editions
