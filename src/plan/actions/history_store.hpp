#pragma once
// Which act made each version of an action.
#include "plan/plan.hpp"
#include "store/db.hpp"

namespace openmasa::plan {

struct Act {
    std::int64_t version;
    /// As it was audited: "action.progress_recorded".
    std::string verb;
};
/// Newest first, at most `most`.
std::vector<Act> acts_on(store::Db& db, const ActionId& action, int most);

} // namespace openmasa::plan
