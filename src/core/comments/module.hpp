#pragma once
// What src/modules.cpp lists.
#include "core/routing/route.hpp"

namespace openmasa::comments {

Module module();

} // namespace openmasa::comments
