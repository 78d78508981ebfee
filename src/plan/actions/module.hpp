#pragma once
#include "core/routing/route.hpp"

namespace openmasa::actions {

/// The list of actions with its downloads; one action; progress, evidence, changes.
Module module();

} // namespace openmasa::actions
