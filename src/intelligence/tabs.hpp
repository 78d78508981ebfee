#pragma once
// The pages of this area, side by side.
#include "web/html.hpp"

namespace openmasa::intelligence {

enum class Tab { indicators, returns, loads, areas };
Html tabs(Tab current);

} // namespace openmasa::intelligence
