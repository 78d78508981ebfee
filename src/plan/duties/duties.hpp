#pragma once
// The duties that actions, priorities and plans are, and how one is settled.
#include "core/routing/duties.hpp"

namespace openmasa::plan_duties {

/// Nothing for somebody who may not read plans. One statement.
std::vector<Duty> open(store::Db& db, const Scope& scope, const Answerer& who);
/// Effects: a version of the record with the reason, and for a new owner or lead a notice. Refused:
/// not theirs to change (not found), `from` answers for it no longer (conflict), one that ends
/// without a reason (invalid "why").
Result<Done> settle(store::Db& db, const Scope& scope, const Duty& duty, const Answerer& from,
                    const Settlement& settlement);

} // namespace openmasa::plan_duties
