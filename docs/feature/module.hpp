#pragma once
// What src/modules.cpp lists.
#include "core/routing/route.hpp"

namespace openmasa::THINGS {

Module module();

} // namespace openmasa::THINGS
