#pragma once
#include "core/routing/route.hpp"

namespace openmasa::updates {

/// Asking owners how their actions stand, answering on one page, and who has answered.
Module module();

} // namespace openmasa::updates
