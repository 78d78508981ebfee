#pragma once
// Whether a document is the plan as it is. Pure.
#include "plan/imports/matching.hpp"

namespace openmasa::imports {

/// Saving would change nothing: no action, no section, no objective, no order, no title. A document
/// that names no edition of its own is not another one because its file has another name.
bool changes_nothing(const Draft& draft, const Existing& existing, const Comparison& comparison);

} // namespace openmasa::imports
