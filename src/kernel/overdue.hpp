#pragma once
// The rule for "overdue" and "due soon". This is the only place where it is decided.
//
//   overdue   today is after the latest day that the words can mean
//   due soon  today is within the 30 days before that latest day (that day included)
//   no end    "from ...", "ongoing" and words that are no date are never overdue
//   recurring overdue when a whole period has passed since the last update without another, counted
//             from its beginning ("Quarterly from April 2026") and at the latest when it ends
#include "kernel/target_date.hpp"

namespace openmasa {

enum class Due { no_end, later, soon, overdue };

/// Days before the latest day from which something is due soon.
inline constexpr int due_soon_days = 30;

/// The last day on which it is not yet overdue; nothing when it can never be.
/// `last_update` is the day of the newest progress, or of adoption when there is none yet.
std::optional<Day> deadline(const TargetDate& target, Day last_update);

/// What `today` means for that deadline.
Due due(std::optional<Day> deadline, Day today);

} // namespace openmasa
