#pragma once
// The pictures of a plan's time: timeline, year at a glance, board.
#include "core/routing/route.hpp"

namespace openmasa::year {

Module module();

} // namespace openmasa::year
