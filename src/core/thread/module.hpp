#pragma once
#include "core/routing/route.hpp"

namespace openmasa::thread {

/// The golden thread of any record, and the links that people add.
Module module();

} // namespace openmasa::thread
