#pragma once
// The example's agencies and two years of changes, each read on its day.
#include "command_line/example.hpp"
#include "kernel/result.hpp"

namespace openmasa::command_line {

/// agencies.csv on the day on which the arrangements were published, then each row of
/// agency-changes.csv (what it leaves empty stays as it is) and of agency-successions.csv.
Result<Done> add_agencies(store::Db& db, const Scope& scope, const Example& example);

} // namespace openmasa::command_line
