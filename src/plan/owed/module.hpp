#pragma once
#include "core/routing/route.hpp"

namespace openmasa::owed {

Module module();

} // namespace openmasa::owed
