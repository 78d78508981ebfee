#pragma once
// Where an action stands, by the names that a file and a person use: plan, priority, objective.
#include "core/registers/register.hpp"
#include "kernel/result.hpp"
#include "plan/plan.hpp"
#include "store/db.hpp"

namespace openmasa::plan {

/// A place for actions: an objective with what it is in.
struct ActionPlace {
    PlanId plan;
    SectionId section;
    ObjectiveId objective;
};

/// The titles of plans, the names of priorities, the titles of objectives ("plan", "priority",
/// "objective"): those that this person may read and that were not withdrawn, each once.
std::vector<std::string> names_of_places(store::Db& db, std::string_view column);

bool changes_place(const registers::Proposed& row);
/// The one that the row of that action names. What it does not change is where the action stands;
/// none or several of that name are refused under "objective".
Result<ActionPlace> place_of(store::Db& db, const registers::Proposed& row, const Action& action);

} // namespace openmasa::plan
