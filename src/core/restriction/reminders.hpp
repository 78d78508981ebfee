#pragma once
// Who is reminded that a restriction, or a use of the glass, waits to be looked at again: a week
// before a restriction's day and on the day, on the last day for the review of a broken glass.
#include "core/restriction/restriction.hpp"
#include "store/db.hpp"
#include <string>
#include <string_view>

namespace openmasa::restriction {

inline constexpr int reminded_days_before = 7;

/// Which of the two reminders a review is due for; `none` when its day is further off.
enum class Stage { none, week, day };
Stage stage_of(Day review_on, Day today);

/// Writes the notices that are due and were not written yet, in words for the log of the work; ""
/// when there was nothing. Whoever restricted a record is told while they may still look at it;
/// otherwise everybody who may. A day on which nobody ran it is made up for the next time. Inside
/// atomically(), by the program itself.
std::string remind(store::Db& db, const Scope& scope);

} // namespace openmasa::restriction
