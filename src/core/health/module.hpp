#pragma once
#include "core/routing/route.hpp"

namespace openmasa::health {

/// /health: "ok" to anybody while records can be read; for a proxy or a watchdog to ask.
Module module();

} // namespace openmasa::health
