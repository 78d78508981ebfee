#include "plan/tally_store.hpp"

namespace openmasa::plan {
namespace {

using store::Query;

// The index action_counted holds all that these read, in the order of their groups: nothing is
// sorted and no action is opened.
constexpr Query<TallyGroup(PlanId, Day, Day, Day)> count_plan{"plan.tally", R"sql(
    SELECT plan_id, section_id, objective_id, status, count(*),
           count(*) FILTER (WHERE deadline < $2),
           count(*) FILTER (WHERE deadline BETWEEN $2 AND $3),
           count(*) FILTER (WHERE evidence = 0),
           count(*) FILTER (WHERE date_kind = 'unknown'),
           count(*) FILTER (WHERE owner_id IS NULL),
           count(*) FILTER (WHERE coalesce(last_update, adopted_on) < $4)
    FROM action WHERE plan_id = $1 AND withdrawn_at IS NULL
    GROUP BY plan_id, section_id, objective_id, status)sql"};
constexpr Query<TallyGroup(Day, Day, Day)> count_all{"plan.tally_of_all", R"sql(
    SELECT plan_id, section_id, objective_id, status, count(*),
           count(*) FILTER (WHERE deadline < $1),
           count(*) FILTER (WHERE deadline BETWEEN $1 AND $2),
           count(*) FILTER (WHERE evidence = 0),
           count(*) FILTER (WHERE date_kind = 'unknown'),
           count(*) FILTER (WHERE owner_id IS NULL),
           count(*) FILTER (WHERE coalesce(last_update, adopted_on) < $3)
    FROM action WHERE withdrawn_at IS NULL
    GROUP BY plan_id, section_id, objective_id, status)sql"};

Day last_day_soon(Day today) {
    return today + std::chrono::days{due_soon_days};
}

} // namespace

std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto today = scope.today;
    return db.all(count_plan, plan, today, last_day_soon(today), quarter_before(today));
}

std::vector<TallyGroup> tally_of_all(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto today = scope.today;
    return db.all(count_all, today, last_day_soon(today), quarter_before(today));
}

} // namespace openmasa::plan
