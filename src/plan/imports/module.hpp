#pragma once
#include "core/routing/route.hpp"

namespace openmasa::imports {

/// Plans from Word: upload, preview, save.
Module module();

} // namespace openmasa::imports
