#pragma once
#include "core/routing/route.hpp"

namespace openmasa::plan_duties {

/// What the plan register holds owners and people to, for pages that pass it on.
Module module();

} // namespace openmasa::plan_duties
