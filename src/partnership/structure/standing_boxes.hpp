#pragma once
// The groups of a day as boxes of the chart.
#include "partnership/group.hpp"
#include "partnership/structure/chart.hpp"
#include <vector>

namespace openmasa::structure {

/// Those that are there on the day and of which more is known than a name in a plan: by kind, then
/// by name.
std::vector<Box> boxes_of(const std::vector<partnership::GroupStanding>& groups, Day on);

/// What is said above the chart.
struct Count {
    int groups = 0;
    /// Of ours, without anybody in the chair; with seats that nobody fills.
    int without_chair = 0, with_vacancies = 0;
    /// Names that only stand in plans.
    int only_names = 0;
};
Count count(const std::vector<partnership::GroupStanding>& groups, Day on);

} // namespace openmasa::structure
