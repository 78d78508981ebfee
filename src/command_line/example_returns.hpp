#pragma once
// The example's own indicators and what its agencies returned of them, every return on its day.
#include "command_line/example.hpp"
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"

namespace openmasa::command_line {

/// The partnership's area and its districts; `own-indicators.csv` and `returns.csv`, in their
/// order, rows of one day and agency as one return. Refused at the first row that names nothing
/// that is there, or that the rules refuse.
Result<Done> add_returns(store::Db& db, const Scope& scope, const Example& example);

} // namespace openmasa::command_line
