#pragma once
// A row of the register, as a form or a file has it, held against the rules and saved.
#include "core/registers/register.hpp"

namespace openmasa::recommendations {

/// What is wrong with it, by the columns' keys. Reads only.
std::vector<Problem> problems_of_row(store::Db& db, const Scope& scope,
                                     const registers::Proposed& row);
/// A new one is added, and stands where the row says; of one that is there the filing, the first
/// source and the actions are changed. Inside atomically().
Result<Done> save_row(store::Db& db, const Scope& scope, const registers::Proposed& row);

} // namespace openmasa::recommendations
