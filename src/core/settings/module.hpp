#pragma once
// What src/modules.cpp lists.
#include "core/routing/route.hpp"

namespace openmasa::settings {

Module module();

} // namespace openmasa::settings
