#include "plan/carry_over.hpp"
#include "plan/store.hpp"

namespace openmasa::plan {
namespace {

using store::None;
using store::Query;

constexpr Query<PlanId()> list_plans_without{"plan.carry_plans", R"sql(
    SELECT p.id FROM plan p WHERE NOT EXISTS (SELECT 1 FROM plan_version v WHERE v.id = p.id) ORDER BY p.id)sql"};
constexpr Query<SectionId()> list_sections_without{"plan.carry_sections", R"sql(
    SELECT s.id FROM section s WHERE NOT EXISTS (SELECT 1 FROM section_version v WHERE v.id = s.id) ORDER BY s.id)sql"};
constexpr Query<ObjectiveId()> list_objectives_without{"plan.carry_objectives", R"sql(
    SELECT o.id FROM objective o
    WHERE NOT EXISTS (SELECT 1 FROM objective_version v WHERE v.id = o.id) ORDER BY o.id)sql"};
constexpr Query<ActionId()> list_actions_without{"plan.carry_actions", R"sql(
    SELECT a.id FROM action a WHERE NOT EXISTS (SELECT 1 FROM action_version v WHERE v.id = a.id) ORDER BY a.id)sql"};
constexpr Query<None(ActionId, std::int64_t)> bring_progress{
    "plan.carry_progress",
    "UPDATE progress SET of_version = $2 WHERE action_id = $1 AND of_version = 0"};
constexpr Query<None(ActionId, std::int64_t)> bring_evidence{
    "plan.carry_evidence",
    "UPDATE evidence SET of_version = $2 WHERE action_id = $1 AND of_version = 0"};

int carry_plans(store::Db& db, const Scope& scope) {
    const auto ids = db.all(list_plans_without);
    for (const auto& id : ids) {
        auto plan = *find_plan(db, scope, id);
        ++plan.version;
        save_plan(db, scope, plan, {.verb = "plan.carried_over"});
    }
    return static_cast<int>(ids.size());
}

int carry_sections(store::Db& db, const Scope& scope) {
    const auto ids = db.all(list_sections_without);
    for (const auto& id : ids) {
        auto section = *find_section(db, scope, id);
        ++section.version;
        save_section(db, scope, section, {.verb = "section.carried_over"});
    }
    return static_cast<int>(ids.size());
}

int carry_objectives(store::Db& db, const Scope& scope) {
    const auto ids = db.all(list_objectives_without);
    for (const auto& id : ids) {
        auto objective = *find_objective(db, scope, id);
        ++objective.version;
        save_objective(db, scope, objective, {.verb = "objective.carried_over"});
    }
    return static_cast<int>(ids.size());
}

/// What was contributed before comes with this version: from now on every word of it is held.
int carry_actions(store::Db& db, const Scope& scope) {
    const auto ids = db.all(list_actions_without);
    for (const auto& id : ids) {
        const auto action = *find_action(db, scope, id);
        db.run(bring_progress, id, action.version + 1);
        db.run(bring_evidence, id, action.version + 1);
        (void)save_action(db, scope, action, {.verb = "action.carried_over"});
    }
    return static_cast<int>(ids.size());
}

/// All records are carried over in one transaction, so that the few plans tell it of them all.
bool is_carried(store::Db& db) {
    const bool all = !db.one(list_plans_without);
    db.finish();
    return all;
}

} // namespace

int carry_over(store::Db& db, const Scope& scope) {
    if (is_carried(db)) return 0;
    const auto carried = db.atomically([&]() -> Result<int> {
        return carry_plans(db, scope) + carry_sections(db, scope) + carry_objectives(db, scope) +
               carry_actions(db, scope);
    });
    return carried ? *carried : 0;
}

} // namespace openmasa::plan
