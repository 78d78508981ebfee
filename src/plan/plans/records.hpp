#pragma once
// The kinds of records whose pages this feature shows: plans, priorities, objectives.
#include "core/routing/route.hpp"

namespace openmasa::plans {

std::span<const RecordKind> records();

} // namespace openmasa::plans
