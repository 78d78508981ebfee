#pragma once
// The offices of the example partnership and two years of who held them.
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <string>

namespace openmasa::command_line {

/// Hands offices over as `holders.csv` says, in its order, each on its day. Refused at the first
/// row that cannot be.
Result<Done> add_holders(store::Db& db, const Scope& scope, const std::string& holders_csv);

} // namespace openmasa::command_line
