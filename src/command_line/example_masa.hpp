#pragma once
// The arrangements of the example partnership: two published editions and the next one, which is
// out for consultation.
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <string>

namespace openmasa::command_line {

/// As the files arrangements*.csv of the folder say it, through the use cases that everybody uses;
/// written by the head of delivery.
Result<Done> add_arrangements(store::Db& db, const Scope& scope, const std::string& folder);

} // namespace openmasa::command_line
