#pragma once
#include "core/routing/route.hpp"

namespace openmasa::access {

/// Sign in, sign out, the one-time link, one's own account.
Module module();

} // namespace openmasa::access
