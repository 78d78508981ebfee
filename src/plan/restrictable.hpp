#pragma once
// What of the plan register can be restricted to named readers, and what hangs
// on it.
#include "core/restriction/kinds.hpp"

namespace openmasa::plan {

/// Every table with a section_id, an objective_id or an action_id stands in it;
/// a test looks.
restriction::Kinds restrictable();

} // namespace openmasa::plan
