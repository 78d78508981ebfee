#pragma once
// When somebody is reminded of an action; nothing but values in and out.
#include "kernel/day.hpp"
#include <string_view>

namespace openmasa::reminders {

/// Thirty, seven and one days before, and once when it is late; `none` while it is further off.
enum class Stage { none, month, week, day, late };
/// The one that counts today: who missed an earlier one is told only this one.
Stage stage_of(Day due_on, Day today);
/// "month", for the database.
std::string_view to_text(Stage stage);

inline constexpr int month_before = 30, week_before = 7, day_before = 1;

} // namespace openmasa::reminders
