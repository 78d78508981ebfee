#pragma once
#include "core/routing/route.hpp"

namespace openmasa::versions {

/// Compare two versions, put one back, withdraw and bring back.
Module module();

} // namespace openmasa::versions
