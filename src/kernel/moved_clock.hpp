#pragma once
// A clock that is moved to another day, to rehearse that day.
#include "kernel/day.hpp"

namespace openmasa {

/// By how much the clock is moved so that it is `day` in London: by whole days, so that the time of
/// day by UTC stays; by an hour less in the last hour of a summer's day by UTC, which is the next
/// day in London.
std::chrono::hours time_to(Day day, Moment now);

} // namespace openmasa
