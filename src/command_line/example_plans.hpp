#pragma once
// The plans of the example partnership, as `example/plans.csv` lists them: each imported from Word
// on its day, then what was recorded against it.
#include "command_line/example.hpp"
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"

namespace openmasa::command_line {

/// Refused at the first row that names no plan, action, priority or day that is there.
Result<Done> add_plans(store::Db& db, const Scope& scope, const Example& example);

} // namespace openmasa::command_line
