#pragma once
// The composite action plan as a register: list, downloads, import.
#include "core/registers/register.hpp"

namespace openmasa::recommendations {

extern const registers::Register recommendation_register;

} // namespace openmasa::recommendations
