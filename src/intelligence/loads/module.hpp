#pragma once
#include "core/routing/route.hpp"

namespace openmasa::intelligence::loads {

/// Figures from files: looked at, then loaded; the register of loads and of areas.
Module module();

} // namespace openmasa::intelligence::loads
