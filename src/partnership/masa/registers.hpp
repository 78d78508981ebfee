#pragma once
// The register of the arrangements: editions, and their parts as lists of their own. What was
// signed or published never changes by a file; an edition that was signed elsewhere is brought in
// as such.
#include "core/registers/register.hpp"

namespace openmasa::masa {

extern const registers::Register edition_register, section_register, check_register,
    milestone_register, consultation_register, signature_register, comment_register;

} // namespace openmasa::masa
