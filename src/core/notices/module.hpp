#pragma once
#include "core/routing/route.hpp"

namespace openmasa::notices {

/// What is new for a person, how often they get mail, and the outbox.
Module module();

} // namespace openmasa::notices
