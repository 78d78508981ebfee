#pragma once
// The register of agencies, described once: list, downloads, template and import.
#include "core/registers/register.hpp"

namespace openmasa::agencies {

extern const registers::Register agency_register;

} // namespace openmasa::agencies
