#pragma once
// The register of groups: its columns, downloads and imports.
#include "core/registers/register.hpp"

namespace openmasa::groups {

extern const registers::Register group_register;

} // namespace openmasa::groups
