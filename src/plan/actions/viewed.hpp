#pragma once
#include "core/views/list.hpp"

namespace openmasa::plan {

/// The list of a plan's actions, for those who save views of it.
views::List viewed_actions();

} // namespace openmasa::plan
