#pragma once
// Where the rows of the register of terms stand in the database.
#include "core/registers/source.hpp"

namespace openmasa::terms {

extern const registers::Source term_source;

} // namespace openmasa::terms
