#pragma once
#include "core/routing/route.hpp"

namespace openmasa::recommendations {

/// The composite action plan: list, page, steps, joining, import.
Module module();

} // namespace openmasa::recommendations
