#pragma once
// Where the rows of the register of groups stand in the database.
#include "core/registers/source.hpp"

namespace openmasa::groups {

extern const registers::Source group_source;

} // namespace openmasa::groups
