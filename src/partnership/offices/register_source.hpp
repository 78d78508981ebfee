#pragma once
// Where the rows of the register of offices stand in the database.
#include "core/registers/source.hpp"

namespace openmasa::offices {

extern const registers::Source office_source;

} // namespace openmasa::offices
