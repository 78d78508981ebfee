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

/// Where it stands, as its page names it, and what it is called aloud: "A-2026-014".
struct ActionPlace {
    std::string section_name, objective_title, reference;
};
ActionPlace place_of(store::Db& db, const Action& action);

} // namespace openmasa::plan
