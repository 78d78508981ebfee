#include "plan/open_updates.hpp"
#include "plan/owed_by.hpp"

namespace openmasa::plan {

std::vector<OpenUpdate> open_updates(store::Db& db, const Scope& scope) {
    const auto owners = scope.acts_for(Permission::update_action);
    if (owners.empty()) return {};
    store::ComposedQuery<OpenUpdate> query("plan.open_updates");
    query.add("SELECT r.id, l.title, coalesce(p.known_as, 'Command line'), r.answer_by, count(*) "
              "FROM update_request r JOIN plan l ON l.id = r.plan_id "
              "LEFT JOIN person p ON p.id = r.asked_by "
              "JOIN update_asked q ON q.request_id = r.id "
              "JOIN action a ON a.id = q.action_id AND a.owner_id = q.owner_id "
              "WHERE r.closed_at IS NULL AND l.withdrawn_at IS NULL AND a.withdrawn_at IS NULL "
              "AND NOT EXISTS (SELECT 1 FROM progress g WHERE g.action_id = a.id "
              "AND g.at > r.asked_at)");
    add_any_of(query, "OR q.owner_id = $", owners);
    query.add("GROUP BY r.id, l.title, p.known_as, r.answer_by ORDER BY r.answer_by, r.id");
    return db.all(query);
}

} // namespace openmasa::plan
