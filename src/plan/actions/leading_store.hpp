#pragma once
// Leads, contributors and what waits for what, in the database.
#include "core/access/scope.hpp"
#include "plan/actions/leading.hpp"
#include "store/db.hpp"

namespace openmasa::plan {

Waiting list_waiting(store::Db& db);
/// The action of that plan whose own reference it is.
std::optional<ActionId> find_in_plan(store::Db& db, const PlanId& plan, std::string_view reference);

} // namespace openmasa::plan
