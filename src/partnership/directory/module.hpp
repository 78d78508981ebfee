#pragma once
#include "core/routing/route.hpp"

namespace openmasa::directory {

/// Finding people and reaching them: search, one's own entry, contact cards, mailing lists, and
/// what is done when somebody leaves.
Module module();

} // namespace openmasa::directory
