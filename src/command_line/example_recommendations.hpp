#pragma once
// The recommendations of the example partnership and what became of each, every step on its day.
#include "command_line/example.hpp"
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"

namespace openmasa::command_line {

/// `recommendations.csv` and `recommendation-history.csv`, by their days. Refused at the first row
/// that names nothing that is there, or that the rules refuse.
Result<Done> add_recommendations(store::Db& db, const Scope& scope, const Example& example);

} // namespace openmasa::command_line
