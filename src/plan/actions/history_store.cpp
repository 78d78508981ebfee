#include "plan/actions/history_store.hpp"

namespace openmasa::plan {
namespace {

constexpr store::Query<Act(ActionId, int)> list_acts{"actions.acts", R"sql(
    SELECT version, verb FROM audit_entry WHERE kind = 'action' AND record_id = $1
    ORDER BY version DESC LIMIT $2)sql"};

} // namespace

std::vector<Act> acts_on(store::Db& db, const ActionId& action, int most) {
    return db.all(list_acts, action, most);
}

} // namespace openmasa::plan
