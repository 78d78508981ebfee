#pragma once
// The register of seats: its columns, downloads and imports.
#include "core/registers/register.hpp"

namespace openmasa::seats {

extern const registers::Register seat_register;

} // namespace openmasa::seats
