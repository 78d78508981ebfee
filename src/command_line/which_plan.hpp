#pragma once
// Which plan a command is about.
#include "core/access/scope.hpp"
#include "kernel/result.hpp"
#include "plan/plan.hpp"
#include "store/db.hpp"

namespace openmasa::command_line {

/// By its reference (P-2026-001) or its title; without words the one that runs. Refused where there
/// is none, or more than one runs: the refusal names them all, and the option.
Result<plan::Plan> find_plan(store::Db& db, const Scope& scope, const std::string& words,
                             std::string_view option = "--plan");

} // namespace openmasa::command_line
