#pragma once
// What counts as owed, finished and on time; nothing but values in and out.
#include "plan/owed/owed.hpp"

namespace openmasa::owed {

/// The first day of "the last year": the same day a year earlier.
Day year_before(Day today);

/// Whether an action is among the rows that `shown` names. Finished and unproven: done within the
/// last year, on a day that somebody recorded.
bool is_shown(Shown shown, const CountedAction& action, Day today);

/// Adds an action to the counts. For timeliness it counts when the last day that its date can mean
/// fell within the last year, by the date as it stands now: on time when it was done by that day,
/// late when it was done after it, still open when it is open. What was stopped is left out.
void add(Owed& to, const CountedAction& action, Day today);

Owed total(const std::vector<OwedInPlan>& parts);
/// Of one plan; nought where it is not among them.
Owed total_of(const std::vector<OwedInPlan>& parts, const std::optional<plan::PlanId>& plan);

/// "12 open actions, 3 of them late"; "no open actions".
std::string in_short(const Owed& owed);
/// "Of 10 actions whose date fell since 22 January 2025, 6 were done on time, 3 were done late and
/// 1 is still open."
std::string sentence(const Timeliness& timeliness, Day today);
/// The rule in words, wherever it is shown.
inline constexpr std::string_view how_timeliness_is_counted =
    "Counted: actions whose target date fell in the last 12 months, by the date as it stands now; "
    "what was stopped is left out.";

} // namespace openmasa::owed
