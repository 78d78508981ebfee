#pragma once
#include "core/routing/route.hpp"

namespace openmasa::broken {

/// Where recommendations are no longer followed, with the link that mends it; counts on Home.
Module module();

} // namespace openmasa::broken
