#pragma once
// The groups of the example partnership and two years of what became of them.
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <string>

namespace openmasa::command_line {

/// Does what each row of `group-changes.csv` says, in its order, each on its day: chairs, reporting
/// lines, seats handed on, guests, quorums, terms of reference, ends. Refused at the first row that
/// cannot be.
Result<Done> change_groups(store::Db& db, const Scope& scope, const std::string& changes_csv);

} // namespace openmasa::command_line
