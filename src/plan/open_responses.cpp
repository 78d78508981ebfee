#include "plan/open_responses.hpp"
#include "plan/owed_by.hpp"

namespace openmasa::plan {
namespace {

constexpr store::Query<OwedAnswers(OwnerId, Day)> count_owed{"plan.owed_responses", R"sql(
    SELECT count(*), coalesce(sum(CASE WHEN x.due < $2 THEN 1 ELSE 0 END), 0), min(w.name)
    FROM recommendation_response x JOIN recommendation r ON r.id = x.recommendation_id
         JOIN owner w ON w.id = x.owner_id
    WHERE x.owner_id = $1 AND x.answer IS NULL AND r.withdrawn_at IS NULL AND r.joined_to_id IS NULL
      AND r.state NOT IN ('not_accepted', 'embedded', 'superseded', 'closed')
    GROUP BY x.owner_id)sql"};

} // namespace

OwedAnswers answers_owed_by(store::Db& db, const Scope& scope, const OwnerId& owner) {
    return db.one(count_owed, owner, scope.today).value_or(OwedAnswers{});
}

std::vector<OpenResponse> open_responses(store::Db& db, const Scope& scope) {
    const auto owners = scope.acts_for(Permission::answer_recommendation);
    if (owners.empty()) return {};
    store::ComposedQuery<OpenResponse> query("plan.open_responses");
    query.add("SELECT x.recommendation_id, x.owner_id, r.reference, r.title, w.name, "
              "coalesce(p.known_as, 'Command line'), x.due "
              "FROM recommendation_response x JOIN recommendation r ON r.id = x.recommendation_id "
              "JOIN owner w ON w.id = x.owner_id LEFT JOIN person p ON p.id = x.asked_by "
              "WHERE x.answer IS NULL AND r.withdrawn_at IS NULL AND r.joined_to_id IS NULL "
              "AND r.state NOT IN ('not_accepted', 'embedded', 'superseded', 'closed')");
    add_any_of(query, "OR x.owner_id = $", owners);
    query.add("ORDER BY x.due, x.id");
    return db.all(query);
}

} // namespace openmasa::plan
