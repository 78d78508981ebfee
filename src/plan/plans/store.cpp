#include "plan/plans/store.hpp"

namespace openmasa::plans {
namespace {

using plan::PlanId;
using store::Query;
using Listed = store::ComposedQuery<ListedAction>;

Listed listed(std::string_view name) {
    Listed query(name);
    query.add(
        "SELECT a.id, a.objective_id, a.reference, a.title, o.title, a.owner_id, coalesce(w.name, ''), "
        "a.date_words, a.date_meaning, a.date_kind, a.deadline, a.next_step, a.status, a.evidence, a.steps, "
        "a.steps_done FROM action a JOIN objective o ON o.id = a.objective_id "
        "LEFT JOIN owner w ON w.id = a.owner_id WHERE a.withdrawn_at IS NULL");
    return query;
}

constexpr Query<Edition(PlanId)> list_editions{"plans.editions", R"sql(
    SELECT i.file_name, coalesce(p.known_as, 'Command line'), i.saved_at
    FROM plan_import i LEFT JOIN person p ON p.id = i.person_id
    WHERE i.saved_as = $1 AND i.saved_at IS NOT NULL ORDER BY i.saved_at DESC, i.id DESC)sql"};
constexpr Query<WithdrawnAction(PlanId, int)> list_withdrawn{"plans.withdrawn", R"sql(
    SELECT id, reference, title, withdrawn_why, withdrawn_at, count(*) OVER () FROM action
    WHERE plan_id = $1 AND withdrawn_at IS NOT NULL ORDER BY withdrawn_at DESC, position LIMIT $2)sql"};

constexpr Query<plan::Plan()> list_withdrawn_plans{"plans.withdrawn_plans", R"sql(
    SELECT p.id, p.title, p.period, p.edition, p.version, p.updated_at, p.withdrawn_at IS NOT NULL, p.withdrawn_why,
           p.tags, p.type, p.owner_id, w.name, p.follows_id
    FROM plan p LEFT JOIN owner w ON w.id = p.owner_id
    WHERE p.withdrawn_at IS NOT NULL ORDER BY p.withdrawn_at DESC, p.id)sql"};

} // namespace

std::vector<plan::Plan> withdrawn_plans(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::edit_plan)) return {};
    return db.all(list_withdrawn_plans);
}

std::vector<ListedAction> actions_of(store::Db& db, const Scope& scope,
                                     const plan::SectionId& section) {
    if (!scope.may(Permission::read_plan)) return {};
    auto query = listed("plans.actions_of_section");
    query.add("AND a.id IN (SELECT id FROM (SELECT id, row_number() OVER "
              "(PARTITION BY objective_id ORDER BY position) AS nth FROM action "
              "WHERE section_id = $ AND withdrawn_at IS NULL) AS numbered WHERE nth <= $) "
              "ORDER BY o.position, a.position",
              section, most_of_objective);
    return db.all(query);
}

std::vector<ListedAction> actions_of(store::Db& db, const Scope& scope,
                                     const plan::ObjectiveId& objective,
                                     const listing::Paging& paging) {
    if (!scope.may(Permission::read_plan)) return {};
    auto query = listed("plans.actions_of_objective");
    query.add("AND a.objective_id = $ ORDER BY a.position LIMIT $ OFFSET $", objective,
              listing::rows_a_page, paging.offset());
    return db.all(query);
}

std::vector<ListedAction> actions_without_update(store::Db& db, const Scope& scope,
                                                 const PlanId& plan,
                                                 const listing::Paging& paging) {
    if (!scope.may(Permission::read_plan)) return {};
    auto query = listed("plans.actions_without_update");
    query.add("AND a.plan_id = $ AND a.status NOT IN ('done', 'stopped') "
              "AND coalesce(a.last_update, a.adopted_on) < $ "
              "ORDER BY coalesce(a.last_update, a.adopted_on), a.position LIMIT $ OFFSET $",
              plan, plan::quarter_before(scope.today), listing::rows_a_page, paging.offset());
    return db.all(query);
}

std::vector<Edition> editions_of(store::Db& db, const Scope& scope, const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.all(list_editions, plan);
}

std::vector<WithdrawnAction> withdrawn_from(store::Db& db, const Scope& scope, const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.all(list_withdrawn, plan, most_withdrawn);
}

} // namespace openmasa::plans
