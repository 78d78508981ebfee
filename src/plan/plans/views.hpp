#pragma once
// The pages of a plan, from ready data.
#include "plan/plans/plans.hpp"
#include "web/html.hpp"

namespace openmasa::plans {

/// All plans with their counts, or the words for none.
Html plans_view(const AllPlans& all);
/// Each section with its owner, the difference it should make, its objectives and how it is doing.
Html priorities_view(const PlanPage& page);
/// When the plan was imported and from what; what left it, and why.
Html editions_view(const PlanPage& page, const std::vector<Edition>& editions,
                   const std::vector<WithdrawnAction>& withdrawn, const Html& thread);
/// What people say about the plan as a whole.
Html comments_view(const PlanPage& page, const Html& comments);
Html priority_view(const PriorityPage& page);
Html objective_view(const ObjectivePage& page);
/// The open actions that nothing was recorded about for a quarter.
Html without_update_view(const WithoutUpdatePage& page);

} // namespace openmasa::plans
