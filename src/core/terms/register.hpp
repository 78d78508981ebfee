#pragma once
// The register of terms, described once: list, downloads, template and import.
#include "core/registers/register.hpp"
#include "core/terms/term.hpp"

namespace openmasa::terms {

extern const registers::Register term_register;

/// A term as the register has it.
registers::Cells cells_of(const Term& term);

} // namespace openmasa::terms
