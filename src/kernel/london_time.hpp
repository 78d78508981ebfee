#pragma once
// What people type as a time of day in London. Twice a year that is not one moment: an hour is
// missing when the clocks go forward, and an hour comes twice when they go back.
// Source: Summer Time Act 1972 s.1 as amended (last Sundays of March and October, 1am UTC).
#include "kernel/day.hpp"
#include "kernel/result.hpp"
#include <string_view>

namespace openmasa {

/// How far London's clocks are ahead of UTC at that moment: an hour in summer, else nothing.
std::chrono::milliseconds london_offset(Moment moment);

/// A day as people type it: "2026-10-25", "25/10/2026", "25 October 2026", "25 Oct 26". Nothing for
/// words that mean more than one day ("October 2026").
std::optional<Day> typed_day(std::string_view words);

/// Minutes after midnight: "1.30am", "13:30", "9 pm", "noon", "midnight". Nothing for other words.
std::optional<std::chrono::minutes> time_of_day(std::string_view words);

/// The moment that a day and a time in London name. Refused, in words that say what to write: what
/// is no time, an hour that the clocks skipped, and one that came twice unless "BST" (the first)
/// or "GMT" (the second) stands behind it. `field` is where the words were typed.
Result<Moment> typed_moment(Day day, std::string_view words, std::string_view field);

} // namespace openmasa
