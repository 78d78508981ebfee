#pragma once
// Which actions the first page shows as it was on a day: picked from all versions in memory
// (plan/all_versions.hpp) by the same conditions and in the same order as the queries in store.cpp.
#include "plan/all_versions.hpp"
#include "plan/plan.hpp"
#include <vector>

namespace openmasa::home {

struct PickedActions {
    std::vector<plan::ActionId> ids;
    /// How many there are beside those that were picked, together.
    int in_all = 0;
};

/// Each at most `most`, of these plans only.
PickedActions late_then(const plan::AllVersions& versions, const Scope& scope,
                        const std::vector<plan::Plan>& plans, std::size_t most);
PickedActions late_and_soon_then(const plan::AllVersions& versions, const Scope& scope,
                                 const std::vector<plan::Plan>& plans, std::size_t most);
PickedActions own_then(const plan::AllVersions& versions, const Scope& scope,
                       const std::vector<plan::Plan>& plans, std::size_t most);

} // namespace openmasa::home
