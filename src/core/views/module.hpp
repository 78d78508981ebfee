#pragma once
#include "core/routing/route.hpp"

namespace openmasa::views {

/// Saving a view of a list, the pages of those that are saved, withdrawing and bringing back.
Module module();

} // namespace openmasa::views
