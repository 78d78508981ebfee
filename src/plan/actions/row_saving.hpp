#pragma once
// A row of the register of actions as a file has it: what is wrong with it, and saving it.
#include "core/registers/register.hpp"

namespace openmasa::plan {

/// What the forms would refuse, under the columns' keys. Reads only.
std::vector<Problem> problems_of_row(store::Db& db, const Scope& scope,
                                     const registers::Proposed& row);
/// The place first, then words, who does it and the status: each leaves its own entry, as their
/// forms do. Inside atomically().
Result<Done> save_row(store::Db& db, const Scope& scope, const registers::Proposed& row);

} // namespace openmasa::plan
