#pragma once
// An action moves to another objective, priority or plan.
#include "core/routing/route.hpp"

namespace openmasa::moving {

Module module();

} // namespace openmasa::moving
