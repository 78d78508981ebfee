#pragma once
// The register of offices: list, downloads, import.
#include "core/registers/register.hpp"

namespace openmasa::offices {

extern const registers::Register office_register;

} // namespace openmasa::offices
