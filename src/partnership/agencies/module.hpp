#pragma once
#include "core/routing/route.hpp"

namespace openmasa::agencies {

/// The agencies of the partnership: list, page, add, change, import.
Module module();

} // namespace openmasa::agencies
