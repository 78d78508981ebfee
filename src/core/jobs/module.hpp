#pragma once
#include "core/routing/route.hpp"

namespace openmasa::jobs {

/// One's own work in progress, its results, and everybody's for administrators.
Module module();

} // namespace openmasa::jobs
