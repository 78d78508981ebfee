#pragma once
#include "core/routing/route.hpp"

namespace openmasa::seats {

/// The seats of groups and who fills them: list, page, hand on, deputies, end, import.
Module module();

} // namespace openmasa::seats
