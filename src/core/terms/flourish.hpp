#pragma once
// The eight FLOURISH domains, to bring in where a partnership counts by them.
#include "core/terms/term.hpp"
#include <span>

namespace openmasa::terms {

/// In the order of the letters; without ids.
std::span<const Term> flourish_domains();

} // namespace openmasa::terms
