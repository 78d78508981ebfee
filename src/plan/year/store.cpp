#include "plan/year/store.hpp"
#include "plan/actions_of_plan.hpp"
#include "plan/recently.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "plan/tally_store.hpp"
#include <fmt/format.h>

namespace openmasa::year {
namespace {

using plan::ActionsOfPlan;
using plan::PlanId;
using store::ComposedQuery;

template<class Row, class Values>
void add_any_of(ComposedQuery<Row>& query, store::SqlPiece<1> test, const Values& values) {
    if (values.empty()) return;
    query.add("AND (FALSE");
    for (const auto& value : values) query.add("OR").add(test, value);
    query.add(")");
}

/// The same rows as the list of actions has for these words of its address.
template<class Row> void add_filter(ComposedQuery<Row>& query, const Filter& filter) {
    add_any_of(query, "a.section_id = $", filter.priorities);
    add_any_of(query, "a.status = $", filter.statuses);
    std::vector<std::string> patterns;
    for (const auto& id : filter.tags) patterns.push_back("%" + id.str() + "%");
    add_any_of(query, "a.tags LIKE $", patterns);
    if (filter.owner == Filter::Owner::none) query.add("AND a.owner_id IS NULL");
    if (filter.owner == Filter::Owner::one) query.add("AND a.owner_id = $", filter.owner_id);
    if (filter.only_open || filter.owner == Filter::Owner::none)
        query.add("AND a.status NOT IN ('done', 'stopped')");
}

std::vector<StatusChange> changes(store::Db& db, const ActionsOfPlan& actions, const Filter& filter,
                                  const Year& year) {
    ComposedQuery<StatusChange> query("year.changes");
    query.add("SELECT a.id, a.reference, a.title, g.status_before, g.status, g.true_from");
    actions.add_from(query);
    query.add("CROSS JOIN progress g");
    actions.add_where(query);
    query.add(
        "AND g.action_id = a.id AND g.status <> g.status_before AND g.true_from >= $ AND g.true_from <= $",
        year.first(), year.last());
    add_filter(query, filter);
    query.add("ORDER BY g.true_from, g.at, g.id");
    return db.all(query);
}

std::vector<Shown> shown(store::Db& db, const ActionsOfPlan& actions, const Filter& filter,
                         const Year& year) {
    ComposedQuery<Shown> query("year.shown");
    query.add("SELECT a.id, a.reference, a.title, e.title, e.true_from");
    actions.add_from(query);
    query.add("CROSS JOIN evidence e");
    actions.add_where(query);
    query.add("AND e.action_id = a.id AND e.true_from >= $ AND e.true_from <= $", year.first(),
              year.last());
    add_filter(query, filter);
    query.add("ORDER BY e.true_from, e.at, e.id");
    return db.all(query);
}

std::vector<DueStep> due_steps(store::Db& db, const ActionsOfPlan& actions, const Filter& filter,
                               const Year& year) {
    ComposedQuery<DueStep> query("year.due_steps");
    query.add("SELECT a.id, a.reference, a.title, t.words, t.latest");
    actions.add_from(query).add_steps(query);
    actions.add_where(query).add_of_steps(query);
    query.add("AND t.withdrawn_at IS NULL AND t.done_on IS NULL AND t.latest >= $ "
              "AND t.latest <= $ AND a.status NOT IN ('done', 'stopped')",
              year.first(), year.last());
    add_filter(query, filter);
    query.add("ORDER BY t.latest, a.position, t.position, t.id");
    return db.all(query);
}

std::vector<DueAction> due_actions(store::Db& db, const ActionsOfPlan& actions,
                                   const Filter& filter, const Year& year) {
    ComposedQuery<DueAction> query("year.due");
    query.add("SELECT a.id, a.reference, a.title, a.deadline");
    actions.add_from(query).add_where(query);
    query.add("AND a.deadline >= $ AND a.deadline <= $ AND a.status NOT IN ('done', 'stopped')",
              year.first(), year.last());
    add_filter(query, filter);
    query.add("ORDER BY a.deadline, a.position, a.id");
    return db.all(query);
}

Happenings read_happenings(store::Db& db, const Scope& scope, const PlanId& plan,
                           const Filter& filter, const Year& year) {
    const ActionsOfPlan actions(db, scope, plan);
    return {.changes = changes(db, actions, filter, year),
            .shown = shown(db, actions, filter, year),
            .steps = due_steps(db, actions, filter, year),
            .due = due_actions(db, actions, filter, year)};
}

} // namespace

std::vector<DatedAction> dated_actions(store::Db& db, const Scope& scope, const PlanId& plan,
                                       const Filter& filter, int most) {
    if (!scope.may(Permission::read_plan)) return {};
    ComposedQuery<DatedAction> query("year.actions");
    query.add("SELECT a.id, a.section_id, a.objective_id, a.owner_id, a.reference, a.title, "
              "a.date_words, a.date_kind, a.date_meaning, a.earliest, a.latest, a.period_months, "
              "a.period_days, a.deadline, a.next_step, a.status, a.adopted_on, a.steps, "
              "a.steps_done, a.evidence, a.waits_for");
    ActionsOfPlan(db, scope, plan).add_from(query).add_where(query);
    add_filter(query, filter);
    query.add("ORDER BY a.position, a.id LIMIT $", most);
    return db.all(query);
}

std::vector<DatedStep> dated_steps(store::Db& db, const Scope& scope, const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    const ActionsOfPlan actions(db, scope, plan);
    ComposedQuery<DatedStep> query("year.steps");
    query.add("SELECT t.action_id, t.words, t.date_words, t.earliest, t.latest, t.done_on");
    actions.add_from(query).add_steps(query);
    actions.add_where(query).add_of_steps(query);
    query.add("AND t.withdrawn_at IS NULL ORDER BY t.action_id, t.position, t.id");
    return db.all(query);
}

std::vector<access::Owner> owners_in(store::Db& db, const Scope& scope, const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    ComposedQuery<access::Owner> query("year.owners");
    query.add("SELECT w.id, w.name, w.kind FROM owner w WHERE w.id IN (SELECT a.owner_id");
    ActionsOfPlan(db, scope, plan).add_from(query).add_where(query);
    query.add(") ORDER BY w.name, w.id");
    return db.all(query);
}

Happenings happenings(store::Db& db, const Scope& scope, const PlanId& plan, const Filter& filter,
                      const Year& year) {
    if (!scope.may(Permission::read_plan)) return {};
    if (scope.looking_back) return read_happenings(db, scope, plan, filter, year);
    const auto key =
        fmt::format("happenings in {} {} {}", plan.view(), to_query(year), to_query(filter));
    return *plan::recently<Happenings>(
        db, key, std::to_string(plan::state_of(db, plan).actions),
        [&] { return read_happenings(db, scope, plan, filter, year); });
}

std::vector<StatusCount> count_by_status(store::Db& db, const Scope& scope, const PlanId& plan,
                                         const Filter& filter) {
    if (!scope.may(Permission::read_plan)) return {};
    ComposedQuery<StatusCount> query("year.count_by_status");
    query.add("SELECT a.status, count(*)");
    ActionsOfPlan(db, scope, plan).add_from(query).add_where(query);
    add_filter(query, filter);
    query.add("GROUP BY a.status ORDER BY a.status");
    return db.all(query);
}

std::vector<Card> first_cards(store::Db& db, const Scope& scope, const PlanId& plan,
                              const Filter& filter) {
    if (!scope.may(Permission::read_plan)) return {};
    ComposedQuery<Card> query("year.cards");
    query.add("SELECT n.id, n.status, n.owner_id, coalesce(w.name, ''), n.reference, n.title, "
              "n.stopped_why, n.date_words, n.date_kind, n.deadline, n.next_step, n.evidence FROM ("
              "SELECT a.id AS id, a.status AS status, a.owner_id AS owner_id, "
              "a.reference AS reference, a.title AS title, "
              "a.stopped_why AS stopped_why, a.date_words AS date_words, "
              "a.date_kind AS date_kind, a.deadline AS deadline, a.next_step AS next_step, "
              "a.evidence AS evidence, row_number() OVER (PARTITION BY a.status ORDER BY "
              "CASE WHEN a.status IN ('done', 'stopped') THEN '' "
              "ELSE coalesce(a.next_step, a.deadline, '9999-12-31') END, "
              "coalesce(a.last_update, a.adopted_on) DESC, a.position, a.id) AS nth");
    ActionsOfPlan(db, scope, plan).add_from(query).add_where(query);
    add_filter(query, filter);
    query.add(") AS n LEFT JOIN owner w ON w.id = n.owner_id WHERE n.nth <= $ "
              "ORDER BY n.status, n.nth",
              most_cards);
    return db.all(query);
}

} // namespace openmasa::year
