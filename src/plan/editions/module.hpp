#pragma once
// How one edition of a plan follows another: the next one is made, and two are compared.
#include "core/routing/route.hpp"

namespace openmasa::editions {

Module module();

} // namespace openmasa::editions
