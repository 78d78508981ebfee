#include "plan/actions_of_plan.hpp"
#include "plan/all_versions.hpp"

namespace openmasa::plan {
namespace {

/// A plan of more keeps the lens: from some 4,000 on SQLite would make an index of its own.
constexpr std::size_t most_chosen = 2'000;

} // namespace

ActionsOfPlan::ActionsOfPlan(store::Db& db, const Scope& scope, const PlanId& plan)
    : plan_(plan), is_chosen_(counts_all_versions(scope)) {
    if (!is_chosen_) return;
    all_versions(db)->each_in(plan, scope, [&](const ActionThen& action) {
        chosen_.push_back({action.id(), action->of_version});
    });
    if (chosen_.size() <= most_chosen) return;
    is_chosen_ = false;
    chosen_.clear();
}

} // namespace openmasa::plan
