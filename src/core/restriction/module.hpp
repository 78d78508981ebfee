#pragma once
// Restricted records: who may read one, seen and changed on one page.
#include "core/routing/route.hpp"

namespace openmasa::restriction {

Module module();

} // namespace openmasa::restriction
