#pragma once
#include "core/routing/route.hpp"

namespace openmasa::groups {

/// The groups of the arrangements: list, page, quorum, terms of reference, end, import.
Module module();

} // namespace openmasa::groups
