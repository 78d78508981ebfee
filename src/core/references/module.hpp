#pragma once
// What src/modules.cpp lists.
#include "core/routing/route.hpp"

namespace openmasa::references {

/// The page behind "Go to a reference" in the bar.
Module module();

} // namespace openmasa::references
