#pragma once
// What the example's agencies answered to recommendations, every step on its day.
#include "command_line/example.hpp"
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"

namespace openmasa::command_line {

/// `recommendation-answers.csv`, in its order; nobody is told of what was asked long ago. Refused
/// at the first row that names nothing that is there, or that the rules refuse.
Result<Done> add_responses(store::Db& db, const Scope& scope, const Example& example);

} // namespace openmasa::command_line
