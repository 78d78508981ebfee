#pragma once
// The register of terms, described once: list, downloads, template and import.
#include "core/registers/register.hpp"

namespace openmasa::terms {

extern const registers::Register term_register;

} // namespace openmasa::terms
