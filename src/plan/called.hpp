#pragma once
// Priorities and actions by what people call them, across all plans: of several that are called
// alike the one in the plan that runs, a business plan first (running.hpp).
#include "kernel/result.hpp"
#include "plan/plan.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::plan {

/// What the priorities of all plans are called, each name once, by name.
std::vector<std::string> names_of_priorities(store::Db& db);
/// Without what was withdrawn; one statement, two where several are called so.
std::optional<SectionId> priority_called(store::Db& db, const Scope& scope, std::string_view name);
/// By its reference to say aloud ("A-2026-014") or by a plan's own ("VA 3", in any letters).
std::optional<ActionId> action_called(store::Db& db, const Scope& scope, std::string_view words);
/// Several of them, with a comma between. Refused under the field "actions", every word that none
/// is called by.
Result<std::vector<ActionId>> actions_called(store::Db& db, const Scope& scope,
                                             std::string_view words);
/// What they are called aloud, in the references' order and as actions_called() reads it; one
/// statement.
std::string called_aloud(store::Db& db, const std::vector<ActionId>& actions);

} // namespace openmasa::plan
