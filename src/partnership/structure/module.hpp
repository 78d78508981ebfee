#pragma once
#include "core/routing/route.hpp"

namespace openmasa::structure {

/// The structure of the arrangements as a chart and as a list.
Module module();

} // namespace openmasa::structure
