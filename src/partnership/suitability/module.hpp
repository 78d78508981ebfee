#pragma once
#include "core/routing/route.hpp"

namespace openmasa::suitability {

/// Declarations of suitability, each for named readers only.
Module module();

} // namespace openmasa::suitability
