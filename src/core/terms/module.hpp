#pragma once
// What src/modules.cpp lists.
#include "core/routing/route.hpp"

namespace openmasa::terms {

Module module();

} // namespace openmasa::terms
