#pragma once
// What src/modules.cpp lists.
#include "core/routing/route.hpp"

namespace openmasa::administration {

Module module();

} // namespace openmasa::administration
