#pragma once
// A clock that is moved to another day, to rehearse that day.
#include "kernel/day.hpp"

namespace openmasa {

/// By how many whole days the clock is moved so that it is `day` in London at that moment: the time
/// of day by UTC stays. Late on a day by UTC it is the next one in London in summer.
std::chrono::days days_to(Day day, Moment now);

} // namespace openmasa
