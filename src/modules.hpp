#pragma once
#include "core/routing/route.hpp"
#include <vector>

namespace openmasa {

/// The list of features: the table of contents of the program.
std::vector<Module> modules();

} // namespace openmasa
