#pragma once
#include "core/routing/route.hpp"

namespace openmasa::plans {

Module module();

} // namespace openmasa::plans
