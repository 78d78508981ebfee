#pragma once
// Who can do what, and why: one page for those who answer for it, one question for everybody.
#include "core/routing/route.hpp"

namespace openmasa::rights {

Module module();

} // namespace openmasa::rights
