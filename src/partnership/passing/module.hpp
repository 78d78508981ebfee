#pragma once
#include "core/routing/route.hpp"

namespace openmasa::passing {

/// What a person leads passes to another: one page.
Module module();

} // namespace openmasa::passing
