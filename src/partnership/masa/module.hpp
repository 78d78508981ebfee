#pragma once
#include "core/routing/route.hpp"

namespace openmasa::masa {

/// The local plan for multi-agency safeguarding arrangements: editions, their words and checklist,
/// consultation, signature, publication and correction.
Module module();

} // namespace openmasa::masa
