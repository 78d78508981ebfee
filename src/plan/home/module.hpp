#pragma once
#include "core/routing/route.hpp"

namespace openmasa::home {

Module module();

} // namespace openmasa::home
