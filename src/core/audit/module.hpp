#pragma once
#include "core/routing/route.hpp"

namespace openmasa::audit {

Module module();

} // namespace openmasa::audit
