#pragma once
// A plan made and changed by hand: the plan, its priorities, their objectives, new actions.
#include "core/routing/route.hpp"

namespace openmasa::drafting {

Module module();

} // namespace openmasa::drafting
