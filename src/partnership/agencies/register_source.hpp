#pragma once
// Where the rows of the register of agencies stand in the database.
#include "core/registers/source.hpp"

namespace openmasa::agencies {

extern const registers::Source agency_source;

} // namespace openmasa::agencies
