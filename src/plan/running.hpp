#pragma once
// Which plans run today, from the words of their periods; nothing but values in and out.
#include "plan/plan.hpp"
#include <vector>

namespace openmasa::plan {

/// The plans that run, the one to begin with first: whose period holds today, then those without a
/// period, then those that have not begun; of alike ones the business plan, else as they come. Of
/// an edition and the one that follows it only one runs, the older until the newer begins, so that
/// what was carried on counts once. A plan whose period has ended is among them only when all have:
/// then it is the one that ended last, alone.
std::vector<Plan> running(std::vector<Plan> plans, Day today);

/// How a plan stands to today: without a period it runs; of two editions the one that is not in
/// force has not begun, or is followed.
enum class Runs { runs, not_begun, ended, followed };
/// "not_begun", for downloads and addresses.
std::string_view to_text(Runs state);
/// Of each of these plans, in their order.
std::vector<Runs> how_they_run(const std::vector<Plan>& plans, Day today);

} // namespace openmasa::plan
