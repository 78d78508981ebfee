#pragma once
// How much each agency owes today, for first pages and reminders.
#include "intelligence/returns/calendar.hpp"
#include "store/db.hpp"

namespace openmasa::intelligence {

struct OwedCount {
    OwnerId owner{};
    std::string name{};
    int late = 0, due_soon = 0;
    /// The earliest day of them.
    Day first_due = Day::max();
};
/// Of each agency that owes something that can be returned by now, by name.
std::vector<OwedCount> owed_counts(store::Db& db, const Scope& scope);

} // namespace openmasa::intelligence
