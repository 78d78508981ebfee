#pragma once
// A priority over time: its adoption, the four ways of looking at its impact, its yearly reviews.
#include "core/routing/route.hpp"

namespace openmasa::priorities {

Module module();

} // namespace openmasa::priorities
