#include "plan/home/store.hpp"
#include "kernel/overdue.hpp"
#include "plan/store.hpp"
#include "plan/tally_store.hpp"
#include <algorithm>

namespace openmasa::home {
namespace {

using plan::PlanId;
using store::Query;
using Waiting = store::ComposedQuery<WaitingAction>;

Waiting waiting(std::string_view name) {
    Waiting query(name);
    query.add("SELECT a.id, a.plan_id, a.title, s.name, a.owner_id, coalesce(w.name, ''), "
              "a.date_words, a.date_kind, a.deadline, a.status, a.evidence, a.last_update, "
              "count(*) OVER () FROM action a JOIN section s ON s.id = a.section_id "
              "LEFT JOIN owner w ON w.id = a.owner_id WHERE a.withdrawn_at IS NULL");
    return query;
}

Day last_day_soon(Day today) {
    return today + std::chrono::days{due_soon_days};
}

constexpr Query<WaitingImport(int)> list_waiting_imports{"home.waiting_imports", R"sql(
    SELECT i.id, i.file_name, coalesce(p.known_as, 'Command line'), i.at
    FROM plan_import i LEFT JOIN person p ON p.id = i.person_id
    WHERE i.saved_at IS NULL AND NOT EXISTS (SELECT 1 FROM plan_import newer WHERE newer.saved_at > i.at)
    ORDER BY i.at DESC LIMIT $1)sql"};

constexpr Query<Change(PlanId, Moment, int)> list_changes{"home.changes", R"sql(
    SELECT g.action_id, a.title, coalesce(p.known_as, 'Command line'), g.status_before, g.status, g.words, g.at,
           count(*) OVER ()
    FROM progress g JOIN action a ON a.id = g.action_id LEFT JOIN person p ON p.id = g.person_id
    WHERE g.at >= $2 AND a.plan_id = $1 AND a.withdrawn_at IS NULL ORDER BY g.at DESC, g.id DESC LIMIT $3)sql"};

Reader reader_of(const Scope& scope) {
    const auto holds = [&](Role role) {
        return std::ranges::count(scope.holdings, role, &Holding::role) > 0;
    };
    return {.owns_actions = holds(Role::action_owner),
            .runs_the_plan = scope.may(Permission::edit_plan)};
}

void load_plan(store::Db& db, const Scope& scope, Home& home) {
    const auto& id = home.plan->id;
    home.sections = plan::sections_of(db, id);
    home.groups = plan::tally_of(db, scope, id);
    home.changes = recent_changes(db, scope, id);
    if (home.reader.runs_the_plan)
        home.of_plan = late_in(db, scope, id);
    else if (!home.reader.owns_actions)
        home.of_plan = late_and_soon_in(db, scope, id);
}

} // namespace

Home load_home(store::Db& db, const Scope& scope) {
    Home home{.today = scope.today, .reader = reader_of(scope)};
    home.plan = plan::newest_plan(db, scope);
    home.own = own_waiting(db, scope);
    home.imports = waiting_imports(db, scope);
    if (home.plan) load_plan(db, scope, home);
    return home;
}

std::vector<WaitingAction> own_waiting(store::Db& db, const Scope& scope) {
    if (!reader_of(scope).owns_actions) return {};
    const auto last = last_day_soon(scope.today);
    auto query = waiting("home.own_actions");
    query.add("AND (FALSE");
    for (const auto& held : scope.holdings)
        if (held.owner) query.add("OR a.owner_id = $", *held.owner);
    query.add(
        ") AND (a.status NOT IN ('done', 'stopped') AND (a.deadline <= $ OR a.status = 'at_risk') "
        "OR a.status = 'done' AND a.evidence = 0) "
        "ORDER BY CASE WHEN a.status = 'done' THEN 3 WHEN a.deadline <= $ THEN 1 ELSE 2 END, "
        "a.deadline, a.position LIMIT $",
        last, last, most_own);
    return db.all(query);
}

std::vector<WaitingAction> late_in(store::Db& db, const Scope& scope, const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    auto query = waiting("home.late_actions");
    query.add("AND a.plan_id = $ AND a.status NOT IN ('done', 'stopped') AND a.deadline < $ "
              "ORDER BY a.deadline, a.position LIMIT $",
              plan, scope.today, most_late);
    return db.all(query);
}

std::vector<WaitingAction> late_and_soon_in(store::Db& db, const Scope& scope, const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    auto query = waiting("home.late_and_soon_actions");
    query.add("AND a.plan_id = $ AND a.status NOT IN ('done', 'stopped') AND a.deadline <= $ "
              "ORDER BY a.deadline, a.position LIMIT $",
              plan, last_day_soon(scope.today), most_to_look_at);
    return db.all(query);
}

std::vector<WaitingImport> waiting_imports(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::import_plan)) return {};
    return db.all(list_waiting_imports, most_imports);
}

std::vector<Change> recent_changes(store::Db& db, const Scope& scope, const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    const Moment since = scope.now - std::chrono::days{days_of_changes};
    return db.all(list_changes, plan, since, most_changes);
}

} // namespace openmasa::home
