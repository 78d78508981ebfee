#pragma once
// What a priority's page says of it over time: how its impact is looked at, how it was adopted, its
// yearly reviews. Ready data only.
#include "plan/plans/plans.hpp"

namespace openmasa::plans {

/// The four statements; for a priority without any, the way to write them for those who may.
Html impact_section(const PriorityPage& page);
/// Adopted, reviewed, the next review, stepped down. Nothing for what is no priority.
Html over_time_section(const PriorityPage& page);

} // namespace openmasa::plans
