#pragma once
// Where the rows of the register of seats stand in the database.
#include "core/registers/source.hpp"

namespace openmasa::seats {

extern const registers::Source seat_source;

} // namespace openmasa::seats
