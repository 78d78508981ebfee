#pragma once
#include "core/routing/route.hpp"

namespace openmasa::offices {

/// The offices of the arrangements and who holds them: list, page, hand over, import.
Module module();

} // namespace openmasa::offices
