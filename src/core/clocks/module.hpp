#pragma once
// What src/modules.cpp lists.
#include "core/routing/route.hpp"

namespace openmasa::clocks {

Module module();

} // namespace openmasa::clocks
