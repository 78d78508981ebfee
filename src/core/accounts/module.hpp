#pragma once
#include "core/routing/route.hpp"

namespace openmasa::accounts {

/// Sign in, sign out, the one-time link, one's own account.
Module module();

} // namespace openmasa::accounts
