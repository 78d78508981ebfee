#include "plan/owed/store.hpp"
#include "core/audit/audit.hpp"
#include "kernel/overdue.hpp"
#include "plan/owed/rules.hpp"
#include "plan/running.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::owed {
namespace {

using plan::PlanId;
using store::Query;
using Rows = store::ComposedQuery<OwedAction>;

constexpr Query<access::Owner(OwnerId)> find_owner_by_id{
    "owed.owner", "SELECT id, name, kind FROM owner WHERE id = $1"};
// What the next edition carries on is owed there, and what it left behind is owed no more.
// The index action_owned holds all of it but the day on which something was done.
constexpr Query<CountedAction(OwnerId)> count_actions{"owed.count", R"sql(
    SELECT x.plan_id, x.status, x.deadline, x.next_step, x.evidence, x.date_kind = 'unknown',
           coalesce(x.last_update, x.adopted_on),
           CASE WHEN x.status = 'done' THEN
               (SELECT max(nullif(g.true_from, '')) FROM progress g
                WHERE g.action_id = x.id AND g.status = 'done' AND g.status_before <> 'done') END
    FROM action x WHERE x.owner_id = $1 AND x.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM action n WHERE n.follows_id = x.id AND n.withdrawn_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM action l WHERE l.id = x.id AND l.left_behind_why <> ''))sql"};
// Every change of an action counts up the revision of its plan: no two states have one sum.
constexpr Query<OwnedPriority(OwnerId)> list_priorities{"owed.priorities", R"sql(
    SELECT s.id, s.name, p.id, p.title FROM section s JOIN plan p ON p.id = s.plan_id
    WHERE s.owner_id = $1 AND s.withdrawn_at IS NULL AND p.withdrawn_at IS NULL
    ORDER BY p.updated_at DESC, p.id, s.position, s.id)sql"};

Owed& part_of(std::vector<OwedInPlan>& parts, const PlanId& plan) {
    auto found = std::ranges::find(parts, plan, &OwedInPlan::plan);
    if (found == parts.end()) found = parts.insert(found, {.plan = plan, .owed = {}});
    return found->owed;
}

std::vector<OwedInPlan> count(store::Db& db, const OwnerId& owner, Day today) {
    std::vector<OwedInPlan> parts;
    db.each(
        count_actions,
        [&](CountedAction&& action) { add(part_of(parts, action.plan), action, today); }, owner);
    return parts;
}

// The same as is_shown() says.
void add_done_lately(Rows& query, Day today) {
    query.add("AND x.status = 'done' AND (SELECT max(nullif(g.true_from, '')) FROM progress g "
              "WHERE g.action_id = x.id AND g.status = 'done' AND g.status_before <> 'done') >= $",
              year_before(today));
}

void add_shown(Rows& query, Shown shown, Day today) {
    const bool is_open = shown != Shown::finished && shown != Shown::unproven;
    if (is_open) query.add("AND x.status NOT IN ('done', 'stopped')");
    switch (shown) {
    case Shown::open: return;
    case Shown::late: query.add("AND x.deadline < $", today); return;
    case Shown::soon:
        query.add("AND coalesce(x.next_step, x.deadline) <= $ "
                  "AND coalesce(x.deadline, '9999-12-31') >= $",
                  today + std::chrono::days{due_soon_days}, today);
        return;
    case Shown::at_risk:
        query.add(
            "AND x.status IN ('at_risk', 'blocked') AND coalesce(x.deadline, '9999-12-31') >= $",
            today);
        return;
    case Shown::undated: query.add("AND x.date_kind = 'unknown'"); return;
    case Shown::without_update:
        query.add("AND coalesce(x.last_update, x.adopted_on) < $", plan::quarter_before(today));
        return;
    case Shown::finished: add_done_lately(query, today); return;
    case Shown::unproven:
        add_done_lately(query, today);
        query.add("AND x.evidence = 0");
        return;
    }
}

/// The rows of the page are picked from the index alone; only they are then opened.
void add_picked(Rows& query, const Selection& selection, Day today) {
    query.add(
        "(SELECT x.id AS id, CASE WHEN x.status = 'done' THEN 4 WHEN x.deadline < $ THEN 0 "
        "WHEN coalesce(x.next_step, x.deadline) <= $ THEN 1 "
        "WHEN x.status IN ('at_risk', 'blocked') THEN 2 ELSE 3 END AS pressing, "
        "coalesce(x.next_step, x.deadline, '9999-12-31') AS next_day FROM action x "
        "WHERE x.owner_id = $ AND x.withdrawn_at IS NULL "
        "AND x.plan_id NOT IN (SELECT c.id FROM plan c WHERE c.withdrawn_at IS NOT NULL) "
        "AND NOT EXISTS (SELECT 1 FROM action n "
        "WHERE n.follows_id = x.id AND n.withdrawn_at IS NULL) "
        "AND NOT EXISTS (SELECT 1 FROM action l WHERE l.id = x.id AND l.left_behind_why <> '')",
        today, today + std::chrono::days{due_soon_days}, selection.owner);
    if (selection.plan) query.add("AND x.plan_id = $", *selection.plan);
    add_shown(query, selection.shown, today);
}

} // namespace

std::optional<access::Owner> find_owner(store::Db& db, const Scope& scope, const OwnerId& id) {
    if (!scope.may(Permission::read_plan)) return std::nullopt;
    return db.one(find_owner_by_id, id);
}

std::vector<OwedInPlan> owed_by(store::Db& db, const Scope& scope, const OwnerId& owner,
                                const std::vector<plan::Plan>& plans) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto stamp = fmt::format("{} {}", audit::newest_number(db), iso(scope.today));
    auto parts = *db.remembered_as_seen<std::vector<OwedInPlan>>(
        "owed by " + owner.str(), stamp, [&] { return count(db, owner, scope.today); });
    std::erase_if(parts, [&](const OwedInPlan& part) {
        return std::ranges::count(plans, part.plan, &plan::Plan::id) == 0;
    });
    return parts;
}

void each_owed(store::Db& db, const Scope& scope, const Selection& selection,
               const std::optional<listing::Paging>& paging,
               const std::function<void(const OwedAction&)>& take) {
    if (!scope.may(Permission::read_plan)) return;
    Rows query("owed.list");
    query.add("SELECT a.id, p.title, s.name, a.reference, a.title, a.date_words, a.date_kind, "
              "a.date_meaning, a.deadline, a.next_step, a.status, a.steps, a.steps_done, "
              "a.evidence, a.last_update, CASE WHEN a.status = 'done' THEN "
              "(SELECT max(nullif(g.true_from, '')) FROM progress g WHERE g.action_id = a.id "
              "AND g.status = 'done' AND g.status_before <> 'done') END FROM");
    add_picked(query, selection, scope.today);
    query.add("ORDER BY 2, 3, x.plan_id, x.position, x.id");
    if (paging) query.add("LIMIT $ OFFSET $", listing::rows_a_page, paging->offset());
    query.add(") AS picked JOIN action a ON a.id = picked.id JOIN plan p ON p.id = a.plan_id "
              "JOIN section s ON s.id = a.section_id "
              "ORDER BY picked.pressing, picked.next_day, a.plan_id, a.position, a.id");
    db.each(query, [&](OwedAction&& action) { take(action); });
}

std::vector<OwnedPriority> owned_priorities(store::Db& db, const Scope& scope, const OwnerId& owner,
                                            const std::vector<plan::Plan>& plans) {
    if (!scope.may(Permission::read_plan) || scope.reads_single_records()) return {};
    auto priorities = db.all(list_priorities, owner);
    const auto states = plan::how_they_run(plans, scope.today);
    std::erase_if(priorities, [&](const OwnedPriority& priority) {
        const auto at = std::ranges::find(plans, priority.plan_id, &plan::Plan::id);
        return at != plans.end() &&
               states[static_cast<std::size_t>(at - plans.begin())] == plan::Runs::followed;
    });
    return priorities;
}

} // namespace openmasa::owed
