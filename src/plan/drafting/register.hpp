#pragma once
// The register of plans, described once: the list of all of them, its downloads and its import.
#include "core/registers/register.hpp"

namespace openmasa::drafting {

extern const registers::Register plan_register;

} // namespace openmasa::drafting
