#pragma once
// What actions wait for: another action that must be done before them.
#include "plan/plan.hpp"
#include "store/db.hpp"

namespace openmasa::plan {

/// An action that another one waits for, as far as pages show it.
struct Awaited {
    ActionId id;
    PlanId plan;
    std::string reference, title;
    Status status{};
    std::optional<Day> deadline;
    int evidence = 0;
};
/// Those of these that this handle shows and that were not withdrawn, by their references.
std::vector<Awaited> awaited(store::Db& db, std::vector<ActionId> ids);

/// Whether it is due only after the day by which what waits for it should be done.
bool comes_too_late(const Awaited& awaited, const std::optional<Day>& deadline);

} // namespace openmasa::plan
