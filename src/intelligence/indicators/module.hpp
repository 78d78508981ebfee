#pragma once
#include "core/routing/route.hpp"

namespace openmasa::intelligence::indicators {

/// The register of indicators by theme, and the page of each: its control chart and its figures.
Module module();

} // namespace openmasa::intelligence::indicators
