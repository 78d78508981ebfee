#pragma once
#include "core/routing/route.hpp"

namespace openmasa::responses {

/// What agencies answer to recommendations: asking, answering, reminding.
Module module();

} // namespace openmasa::responses
