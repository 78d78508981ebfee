#include "plan/home/store.hpp"
#include "kernel/overdue.hpp"
#include "plan/home/then.hpp"
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

/// How a row is shown; `picked` is which rows, and how many such there are.
void add_shown(Waiting& query) {
    query.add(
        "SELECT a.id, a.plan_id, a.title, s.name, a.owner_id, coalesce(w.name, ''), "
        "a.date_words, a.date_kind, a.deadline, a.next_step, a.status, a.evidence, a.last_update, "
        "picked.in_all FROM");
}
void add_joins(Waiting& query) {
    query.add("AS picked JOIN action a ON a.id = picked.id JOIN section s ON s.id = a.section_id "
              "LEFT JOIN owner w ON w.id = a.owner_id");
}

/// "(id, id)": of at least one.
template<class Row> void add_ids(store::ComposedQuery<Row>& query, const std::vector<Plan>& plans) {
    query.add("($", plans.front().id);
    for (std::size_t at = 1; at < plans.size(); ++at) query.add(", $", plans[at].id);
    query.add(")");
}

/// Which were picked from memory, as at a day.
void add_picked(Waiting& query, const PickedActions& picked, Day last) {
    query.add(
        "(SELECT a.id AS id, CAST($ AS INTEGER) AS in_all, CASE WHEN a.status = 'done' THEN 3 "
        "WHEN coalesce(a.next_step, a.deadline) <= $ THEN 1 ELSE 2 END AS pressing "
        "FROM action a WHERE a.id IN (''",
        picked.in_all, last);
    for (const auto& id : picked.ids) query.add(", $", id);
    query.add("))");
}

Day last_day_soon(Day today) {
    return today + std::chrono::days{due_soon_days};
}

/// By its owner; the plan is not to be looked for by an index of its own.
void add_own(Waiting& query, const Scope& scope, const std::vector<Plan>& plans, Day last) {
    query.add("(SELECT a.id AS id, count(*) OVER () AS in_all, CASE WHEN a.status = 'done' THEN 3 "
              "WHEN coalesce(a.next_step, a.deadline) <= $ THEN 1 ELSE 2 END AS pressing "
              "FROM action a WHERE a.withdrawn_at IS NULL AND a.plan_id || '' IN",
              last);
    add_ids(query, plans);
    query.add("AND a.owner_id IN (''");
    for (const auto& owner : scope.acts_for(Permission::update_action)) query.add(", $", owner);
    query.add(") AND (a.status NOT IN ('done', 'stopped') AND "
              "(coalesce(a.next_step, a.deadline) <= $ OR a.status IN ('at_risk', 'blocked')) "
              "OR a.status = 'done' AND a.evidence = 0) "
              "ORDER BY pressing, coalesce(a.next_step, a.deadline), a.position, a.id LIMIT $)",
              last, most_own);
}

// The index action_late has what is open in the order of these days: the first of the plans that
// run are found before the rest is read. Its conditions stand here as they stand there; the plan is
// not to be looked for by an index of its own.
void add_late(Waiting& query, const Scope& scope, const std::vector<Plan>& plans) {
    query.add("(SELECT a.id AS id, 0 AS in_all FROM action a WHERE a.withdrawn_at IS NULL "
              "AND a.status NOT IN ('done', 'stopped') AND a.deadline < $ AND a.plan_id || '' IN",
              scope.today);
    add_ids(query, plans);
    query.add("ORDER BY a.deadline, a.position, a.id LIMIT $)", most_late);
}

void add_late_and_soon(Waiting& query, const Scope& scope, const std::vector<Plan>& plans) {
    query.add("(SELECT a.id AS id, 0 AS in_all FROM action a WHERE a.withdrawn_at IS NULL "
              "AND a.status NOT IN ('done', 'stopped') AND coalesce(a.next_step, a.deadline) <= $ "
              "AND a.plan_id || '' IN",
              last_day_soon(scope.today));
    add_ids(query, plans);
    query.add("ORDER BY coalesce(a.next_step, a.deadline), a.position, a.id LIMIT $)",
              most_to_look_at);
}

constexpr Query<WaitingImport(int)> list_waiting_imports{"home.waiting_imports", R"sql(
    SELECT i.id, i.file_name, coalesce(p.known_as, 'Command line'), i.at
    FROM plan_import i LEFT JOIN person p ON p.id = i.person_id
    WHERE i.saved_at IS NULL AND i.left_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM plan_import newer WHERE newer.saved_at > i.at)
    ORDER BY i.at DESC LIMIT $1)sql"};

// Each part begins with the newest that were recorded and ends when it has as many as are shown:
// what a large partnership records in two weeks is never read as a whole.

/// What was said in these days. On a day in the past: what was true in them, whenever it was said.
struct Lately {
    bool by_truth = false;
    std::string since, until, first, last;
};
Lately lately(const Scope& scope) {
    const std::chrono::days days{days_of_changes};
    return {.by_truth = scope.looking_back,
            .since = iso(scope.now - days),
            .until = iso(scope.now),
            .first = iso(scope.today - days),
            .last = iso(scope.today)};
}
/// Of progress or evidence, whose alias is x.
void add_lately(Changes& query, const Lately& when) {
    if (when.by_truth)
        query.add("AND x.true_from >= $ AND x.true_from <= $", when.first, when.last);
    else
        query.add("AND x.at >= $ AND x.at <= $", when.since, when.until);
}
/// The moment that stands beside it: of what was brought in later only the day counts.
store::SqlPiece<0> moment_of(const Lately& when) {
    if (!when.by_truth) return "x.at AS at";
    return "CASE WHEN substr(x.at, 1, 10) = x.true_from THEN x.at "
           "ELSE x.true_from || 'T12:00:00.000Z' END AS at";
}
store::SqlPiece<1> newest_first(const Lately& when) {
    if (!when.by_truth) return "ORDER BY x.at DESC, x.id DESC LIMIT $";
    return "ORDER BY x.true_from DESC, x.at DESC, x.id DESC LIMIT $";
}

/// A stop shows its reason, which stands at the action. The plan is not to be looked for by an
/// index of its own: an action is found by its id.
void add_progress(Changes& query, const std::vector<Plan>& plans, const Lately& when) {
    query.add("SELECT * FROM (SELECT 'progress' AS what, x.id AS made, a.id AS id, "
              "a.title AS title, x.person_id AS person_id, x.status_before AS status_before, "
              "x.status AS status, CASE WHEN x.status = 'stopped' AND x.status_before <> 'stopped' "
              "AND a.stopped_why <> '' THEN a.stopped_why ELSE x.words END AS words,");
    query.add(moment_of(when));
    query.add("FROM progress x CROSS JOIN action a WHERE a.id = x.action_id "
              "AND a.withdrawn_at IS NULL");
    add_lately(query, when);
    query.add("AND a.plan_id || '' IN");
    add_ids(query, plans);
    query.add(newest_first(when), most_changes + 1).add(") AS of_progress");
}

void add_evidence(Changes& query, const std::vector<Plan>& plans, const Lately& when) {
    query.add("UNION ALL SELECT * FROM (SELECT 'evidence', x.id, a.id, a.title, x.person_id, "
              "a.status, a.status, x.title,");
    query.add(moment_of(when));
    query.add("FROM evidence x CROSS JOIN action a WHERE a.id = x.action_id "
              "AND a.withdrawn_at IS NULL");
    add_lately(query, when);
    query.add("AND a.plan_id || '' IN");
    add_ids(query, plans);
    query.add(newest_first(when), most_changes + 1).add(") AS of_evidence");
}

void add_editions(Changes& query, const std::vector<Plan>& plans, const Lately& when) {
    query.add(
        "UNION ALL SELECT 'edition', i.id, l.id, l.title, i.person_id, 'not_started', "
        "'not_started', i.file_name, i.saved_at FROM plan_import i "
        "JOIN plan l ON l.id = i.saved_as WHERE i.saved_at >= $ AND i.saved_at <= $ AND l.id IN",
        when.since, when.until);
    add_ids(query, plans);
}

Reader reader_of(const Scope& scope) {
    return {.owns_actions = !scope.acts_for(Permission::update_action).empty(),
            .runs_the_plan = scope.may(Permission::edit_plan)};
}

std::vector<std::string_view> sorted_ids(const std::vector<Plan>& plans) {
    std::vector<std::string_view> ids;
    for (const auto& plan : plans) ids.push_back(plan.id.view());
    std::ranges::sort(ids);
    return ids;
}

/// The counts of these plans, from those of all: one remembered set, however many plans there are.
std::vector<plan::TallyGroup> groups_of(store::Db& db, const Scope& scope,
                                        const std::vector<Plan>& plans) {
    auto groups = plan::tally_of_all(db, scope);
    const auto ids = sorted_ids(plans);
    std::erase_if(groups, [&](const plan::TallyGroup& group) {
        return !std::ranges::binary_search(ids, group.plan.view());
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
    home.responses = plan::open_responses(db, scope);
    if (!home.plans.empty()) load_plans(db, scope, home);
    return home;
}

std::vector<WaitingAction> own_waiting(store::Db& db, const Scope& scope,
                                       const std::vector<Plan>& plans) {
    if (plans.empty() || !reader_of(scope).owns_actions) return {};
    const auto last = last_day_soon(scope.today);
    Waiting query("home.own_actions");
    add_shown(query);
    if (plan::counts_all_versions(scope))
        add_picked(query, own_then(*plan::all_versions(db), scope, plans, most_own), last);
    else
        add_own(query, scope, plans, last);
    add_joins(query);
    query.add("ORDER BY picked.pressing, coalesce(a.next_step, a.deadline), a.position, a.id");
    return db.all(query);
}
std::vector<WaitingAction> late_in(store::Db& db, const Scope& scope,
                                   const std::vector<Plan>& plans) {
    if (finds_nothing(scope, plans)) return {};
    Waiting query("home.late_actions");
    add_shown(query);
    if (plan::counts_all_versions(scope))
        add_picked(query, late_then(*plan::all_versions(db), scope, plans, most_late),
                   last_day_soon(scope.today));
    else
        add_late(query, scope, plans);
    add_joins(query);
    query.add("ORDER BY a.deadline, a.position, a.id");
    return db.all(query);
}

std::vector<WaitingAction> late_and_soon_in(store::Db& db, const Scope& scope,
                                            const std::vector<Plan>& plans) {
    if (finds_nothing(scope, plans)) return {};
    Waiting query("home.late_and_soon_actions");
    add_shown(query);
    if (plan::counts_all_versions(scope))
        add_picked(query,
                   late_and_soon_then(*plan::all_versions(db), scope, plans, most_to_look_at),
                   last_day_soon(scope.today));
    else
        add_late_and_soon(query, scope, plans);
    add_joins(query);
    query.add("ORDER BY coalesce(a.next_step, a.deadline), a.position, a.id");
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
    const auto when = lately(scope);
    Changes query("home.changes");
    query.add("SELECT n.what, n.id, n.title, coalesce(p.known_as, 'Command line'), "
              "n.status_before, n.status, n.words, n.at FROM (");
    add_progress(query, plans, when);
    add_evidence(query, plans, when);
    add_editions(query, plans, when);
    query.add(") AS n LEFT JOIN person p ON p.id = n.person_id "
              "ORDER BY n.at DESC, n.what, n.made DESC LIMIT $",
              most_changes + 1);
    return db.all(query);
}

} // namespace openmasa::home
