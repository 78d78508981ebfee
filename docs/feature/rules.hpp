#pragma once
// Decisions about SAID_THINGS; nothing but values in and out. Each names the clause it comes from.
#include "AREA/THINGS/actions.hpp"
#include "kernel/result.hpp"
#include <vector>

namespace openmasa::THINGS {

/// A SAID_THING has a title that fits on a line.
std::vector<Problem> problems_with(const AddPascalThing& command);

} // namespace openmasa::THINGS
