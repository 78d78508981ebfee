#pragma once
#include "core/routing/route.hpp"

namespace openmasa::position {

/// The position statement of the composite action plan, and its pictures.
Module module();

} // namespace openmasa::position
