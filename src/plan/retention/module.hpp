#pragma once
#include "core/routing/route.hpp"

namespace openmasa::retention {

/// What is due for destruction, holds, two people's destruction, certificates.
Module module();

} // namespace openmasa::retention
