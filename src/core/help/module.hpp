#pragma once
#include "core/routing/route.hpp"

namespace openmasa::help {

Module module();

} // namespace openmasa::help
