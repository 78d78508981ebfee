#include "plan/home/store.hpp"
#include "kernel/overdue.hpp"
#include "plan/running.hpp"
#include "plan/store.hpp"
#include "plan/tally_store.hpp"
#include <algorithm>

namespace openmasa::home {
namespace {

using plan::Plan;
using store::Query;
using Waiting = store::ComposedQuery<WaitingAction>;
using Changes = store::ComposedQuery<Change>;

Waiting waiting(std::string_view name) {
    Waiting query(name);
    query.add(
        "SELECT a.id, a.plan_id, a.title, s.name, a.owner_id, coalesce(w.name, ''), "
        "a.date_words, a.date_kind, a.deadline, a.next_step, a.status, a.evidence, a.last_update, "
        "count(*) OVER () FROM action a JOIN section s ON s.id = a.section_id "
        "LEFT JOIN owner w ON w.id = a.owner_id WHERE a.withdrawn_at IS NULL");
    return query;
}

/// "(id, id)": of at least one.
template<class Row> void add_ids(store::ComposedQuery<Row>& query, const std::vector<Plan>& plans) {
    query.add("($", plans.front().id);
    for (std::size_t at = 1; at < plans.size(); ++at) query.add(", $", plans[at].id);
    query.add(")");
}

Day last_day_soon(Day today) {
    return today + std::chrono::days{due_soon_days};
}

constexpr Query<WaitingImport(int)> list_waiting_imports{"home.waiting_imports", R"sql(
    SELECT i.id, i.file_name, coalesce(p.known_as, 'Command line'), i.at
    FROM plan_import i LEFT JOIN person p ON p.id = i.person_id
    WHERE i.saved_at IS NULL AND i.left_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM plan_import newer WHERE newer.saved_at > i.at)
    ORDER BY i.at DESC LIMIT $1)sql"};

/// A stop shows its reason, which stands at the action.
void add_progress(Changes& query, const std::vector<Plan>& plans, const std::string& since) {
    query.add("SELECT 'progress' AS what, g.id AS made, a.id AS id, a.title AS title, "
              "g.person_id AS person_id, g.status_before AS status_before, g.status AS status, "
              "CASE WHEN g.status = 'stopped' AND g.status_before <> 'stopped' "
              "AND a.stopped_why <> '' THEN a.stopped_why ELSE g.words END AS words, g.at AS at "
              "FROM progress g JOIN action a ON a.id = g.action_id "
              "WHERE g.at >= $ AND a.withdrawn_at IS NULL AND a.plan_id IN",
              since);
    add_ids(query, plans);
}

void add_evidence(Changes& query, const std::vector<Plan>& plans, const std::string& since) {
    query.add("UNION ALL SELECT 'evidence', e.id, a.id, a.title, e.person_id, a.status, a.status, "
              "e.title, e.at FROM evidence e JOIN action a ON a.id = e.action_id "
              "WHERE e.at >= $ AND a.withdrawn_at IS NULL AND a.plan_id IN",
              since);
    add_ids(query, plans);
}

void add_editions(Changes& query, const std::vector<Plan>& plans, const std::string& since) {
    query.add("UNION ALL SELECT 'edition', i.id, l.id, l.title, i.person_id, 'not_started', "
              "'not_started', i.file_name, i.saved_at FROM plan_import i "
              "JOIN plan l ON l.id = i.saved_as WHERE i.saved_at >= $ AND l.id IN",
              since);
    add_ids(query, plans);
}

Reader reader_of(const Scope& scope) {
    return {.owns_actions = !scope.acts_for(Permission::update_action).empty(),
            .runs_the_plan = scope.may(Permission::edit_plan)};
}

/// The counts of these plans, from those of all: one remembered set, however many plans there are.
std::vector<plan::TallyGroup> groups_of(store::Db& db, const Scope& scope,
                                        const std::vector<Plan>& plans) {
    auto groups = plan::tally_of_all(db, scope);
    std::erase_if(groups, [&](const plan::TallyGroup& group) {
        return std::ranges::count(plans, group.plan, &Plan::id) == 0;
    });
    return groups;
}

void load_plans(store::Db& db, const Scope& scope, Home& home) {
    home.sections = plan::sections_of(db, scope, home.plans.front().id);
    home.groups = groups_of(db, scope, home.plans);
    home.changes = recent_changes(db, scope, home.plans);
    home.own = own_waiting(db, scope, home.plans);
    if (home.reader.runs_the_plan)
        home.of_plan = late_in(db, scope, home.plans);
    else if (!home.reader.owns_actions)
        home.of_plan = late_and_soon_in(db, scope, home.plans);
}

bool finds_nothing(const Scope& scope, const std::vector<Plan>& plans) {
    return plans.empty() || !scope.may(Permission::read_plan);
}

} // namespace

Home load_home(store::Db& db, const Scope& scope) {
    Home home{.today = scope.today, .reader = reader_of(scope), .words = scope.words};
    home.plans = plan::running(plan::list_plans(db, scope), scope.today);
    home.imports = waiting_imports(db, scope);
    home.acts_for = acts_for(db, scope);
    home.updates = plan::open_updates(db, scope);
    if (!home.plans.empty()) load_plans(db, scope, home);
    return home;
}

std::vector<WaitingAction> own_waiting(store::Db& db, const Scope& scope,
                                       const std::vector<Plan>& plans) {
    if (plans.empty() || !reader_of(scope).owns_actions) return {};
    const auto last = last_day_soon(scope.today);
    auto query = waiting("home.own_actions");
    query.add("AND a.plan_id IN");
    add_ids(query, plans);
    query.add("AND (FALSE");
    for (const auto& owner : scope.acts_for(Permission::update_action))
        query.add("OR a.owner_id = $", owner);
    query.add(
        ") AND (a.status NOT IN ('done', 'stopped') AND (coalesce(a.next_step, a.deadline) <= $ OR a.status IN ('at_risk', 'blocked')) "
        "OR a.status = 'done' AND a.evidence = 0) "
        "ORDER BY CASE WHEN a.status = 'done' THEN 3 WHEN coalesce(a.next_step, a.deadline) <= $ THEN 1 ELSE 2 END, "
        "coalesce(a.next_step, a.deadline), a.position LIMIT $",
        last, last, most_own);
    return db.all(query);
}

std::vector<WaitingAction> late_in(store::Db& db, const Scope& scope,
                                   const std::vector<Plan>& plans) {
    if (finds_nothing(scope, plans)) return {};
    auto query = waiting("home.late_actions");
    query.add("AND a.status NOT IN ('done', 'stopped') AND a.deadline < $ AND a.plan_id IN",
              scope.today);
    add_ids(query, plans);
    query.add("ORDER BY a.deadline, a.position LIMIT $", most_late);
    return db.all(query);
}

std::vector<WaitingAction> late_and_soon_in(store::Db& db, const Scope& scope,
                                            const std::vector<Plan>& plans) {
    if (finds_nothing(scope, plans)) return {};
    auto query = waiting("home.late_and_soon_actions");
    query.add(
        "AND a.status NOT IN ('done', 'stopped') AND coalesce(a.next_step, a.deadline) <= $ AND a.plan_id IN",
        last_day_soon(scope.today));
    add_ids(query, plans);
    query.add("ORDER BY coalesce(a.next_step, a.deadline), a.position LIMIT $", most_to_look_at);
    return db.all(query);
}

std::vector<access::Owner> acts_for(store::Db& db, const Scope& scope) {
    store::ComposedQuery<access::Owner> query("home.acts_for");
    query.add("SELECT id, name, kind FROM owner WHERE (FALSE");
    bool any = false;
    for (const auto& held : scope.holdings)
        for (const auto& owner : {held.owner, held.group}) {
            if (owner) query.add("OR id = $", *owner);
            any |= owner.has_value();
        }
    query.add(") ORDER BY name, id");
    return any ? db.all(query) : std::vector<access::Owner>();
}

std::vector<WaitingImport> waiting_imports(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::import_plan)) return {};
    return db.all(list_waiting_imports, most_imports);
}

std::vector<Change> recent_changes(store::Db& db, const Scope& scope,
                                   const std::vector<Plan>& plans) {
    if (finds_nothing(scope, plans)) return {};
    const auto since = iso(scope.now - std::chrono::days{days_of_changes});
    Changes query("home.changes");
    query.add("SELECT n.what, n.id, n.title, coalesce(p.known_as, 'Command line'), "
              "n.status_before, n.status, n.words, n.at, count(*) OVER () FROM (");
    add_progress(query, plans, since);
    add_evidence(query, plans, since);
    add_editions(query, plans, since);
    query.add(") AS n LEFT JOIN person p ON p.id = n.person_id "
              "ORDER BY n.at DESC, n.what, n.made DESC LIMIT $",
              most_changes);
    return db.all(query);
}

} // namespace openmasa::home
