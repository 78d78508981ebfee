#include "plan/owed/gaps_store.hpp"
#include "core/audit/audit.hpp"
#include "plan/all_versions.hpp"
#include "plan/rules.hpp"
#include "plan/tally_store.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace openmasa::owed {
namespace {

template<class Row> using Composed = store::ComposedQuery<Row>;

/// A rule: which rows of which table, and how a list shows one. In each, s is what has the plan.
/// Who has left is where a rule begins (CROSS JOIN, for SQLite), not a hundred thousand leads.
struct RuleSql {
    Gap gap;
    store::SqlPiece<0> counted, listed, rows, order;
    bool is_of_actions = false;
    /// Whether every action is asked: of all plans as at a day, all_versions() counts it.
    bool asks_actions = is_of_actions;
};
constexpr RuleSql rules[] = {
    {Gap::unread, "SELECT 'no-date-in-words' AS gap, s.plan_id AS plan_id, count(*) AS gaps",
     "SELECT s.id, s.reference, s.title, s.date_words",
     "FROM action s WHERE s.date_kind = 'unknown' AND s.date_words <> '' "
     "AND s.withdrawn_at IS NULL AND s.status NOT IN ('done', 'stopped')",
     "ORDER BY s.position, s.id", true},
    {Gap::silent_stop, "SELECT 'no-reason' AS gap, s.plan_id AS plan_id, count(*) AS gaps",
     "SELECT s.id, s.reference, s.title, ''",
     "FROM action s WHERE s.status = 'stopped' AND trim(s.stopped_why) = '' "
     "AND s.withdrawn_at IS NULL",
     "ORDER BY s.position, s.id", true},
    {Gap::lead_left, "SELECT 'lead-left' AS gap, s.plan_id AS plan_id, count(*) AS gaps",
     "SELECT s.id, s.reference, s.title, d.known_as",
     "FROM person_details l CROSS JOIN action s CROSS JOIN person d WHERE l.left_on IS NOT NULL "
     "AND s.lead_id = l.person_id AND d.id = l.person_id AND s.withdrawn_at IS NULL "
     "AND s.status NOT IN ('done', 'stopped')",
     "ORDER BY s.position, s.id", true},
    {Gap::priority_owner, "SELECT 'no-group' AS gap, s.plan_id AS plan_id, count(*) AS gaps",
     "SELECT s.id, s.code, s.name, ''",
     "FROM section s WHERE s.is_priority = 1 AND s.withdrawn_at IS NULL AND s.owner_id IS NULL",
     "ORDER BY s.position, s.id"},
    {Gap::priority_chair, "SELECT 'no-chair' AS gap, s.plan_id AS plan_id, count(*) AS gaps",
     "SELECT s.id, s.code, s.name, ''",
     "FROM section s WHERE s.is_priority = 1 AND s.withdrawn_at IS NULL AND s.chair = ''",
     "ORDER BY s.position, s.id"},
    {Gap::priority_difference,
     "SELECT 'no-difference' AS gap, s.plan_id AS plan_id, count(*) AS gaps",
     "SELECT s.id, s.code, s.name, ''",
     "FROM section s WHERE s.is_priority = 1 AND s.withdrawn_at IS NULL AND s.difference = ''",
     "ORDER BY s.position, s.id"},
    {Gap::empty_objective, "SELECT 'no-actions' AS gap, s.plan_id AS plan_id, count(*) AS gaps",
     "SELECT o.id, s.code, o.title, s.name",
     "FROM objective o JOIN section s ON s.id = o.section_id WHERE o.withdrawn_at IS NULL "
     "AND s.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM action a "
     "WHERE a.objective_id = o.id AND a.withdrawn_at IS NULL)",
     "ORDER BY s.position, o.position, o.id", false, true},
};

/// Every rule that is not counted by a tally, in one statement; of all plans as at a day without
/// those that ask every action.
Composed<GapCount> counting(const Scope& scope, const std::optional<plan::PlanId>& plan) {
    Composed<GapCount> query("owed.gaps");
    const bool is_counted_then = !plan && plan::counts_all_versions(scope);
    bool is_first = true;
    for (const auto& rule : rules) {
        if (scope.reads_single_records() && !rule.is_of_actions) continue;
        if (is_counted_then && rule.asks_actions) continue;
        if (!std::exchange(is_first, false)) query.add("UNION ALL");
        query.add(rule.counted).add(rule.rows);
        if (plan) query.add("AND s.plan_id = $", *plan);
        query.add("GROUP BY s.plan_id");
    }
    return query;
}

void append(std::vector<GapCount>& to, const std::vector<GapCount>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

struct ObjectiveThen {
    plan::ObjectiveId id;
    plan::PlanId plan;
};
constexpr store::Query<ObjectiveThen()> list_objectives{"owed.objectives_then", R"sql(
    SELECT o.id, s.plan_id FROM objective o JOIN section s ON s.id = o.section_id
    WHERE o.withdrawn_at IS NULL AND s.withdrawn_at IS NULL ORDER BY s.plan_id, o.id)sql"};
constexpr store::Query<PersonId()> list_leavers{
    "owed.leavers", "SELECT person_id FROM person_details WHERE left_on IS NOT NULL "
                    "ORDER BY person_id"};

/// The rules that ask every action, said once more of actions as they stood on a day. What is an id
/// elsewhere is its place among the ids of the actions that are gone through together.
class GapsThen {
public:
    explicit GapsThen(std::vector<PersonId> leavers) : leavers_(std::move(leavers)) {}

    void add(const plan::ActionThen& action) {
        if (among_ != &action.among()) begin(action.among());
        const bool is_open = plan::is_open(action->status);
        if (is_open && action->unread) ++rows_[{action.plan(), Gap::unread}];
        if (action->silent) ++rows_[{action.plan(), Gap::silent_stop}];
        if (is_open && has_left_[action->lead]) ++rows_[{action.plan(), Gap::lead_left}];
        if (is_planned_[action->objective]) return;
        is_planned_[action->objective] = true;
        planned_.insert(action.objective());
    }
    void add(const ObjectiveThen& objective) {
        if (!planned_.contains(objective.id)) ++rows_[{objective.plan, Gap::empty_objective}];
    }
    std::vector<GapCount> counts() const {
        std::vector<GapCount> counts;
        for (const auto& [at, rows] : rows_) counts.push_back({at.second, at.first, rows});
        return counts;
    }

private:
    void begin(const plan::VersionsOfPlan& among) {
        among_ = &among;
        is_planned_.assign(among.ids.size(), false);
        has_left_.assign(among.ids.size(), false);
        for (const auto& person : leavers_)
            if (const auto place = among.place_of(person.text)) has_left_[place] = true;
    }

    std::vector<PersonId> leavers_;
    std::map<std::pair<plan::PlanId, Gap>, int> rows_;
    std::set<plan::ObjectiveId> planned_;
    const plan::VersionsOfPlan* among_ = nullptr;
    std::vector<bool> is_planned_, has_left_;
};

std::vector<GapCount> gaps_then(store::Db& db, const Scope& scope) {
    GapsThen gaps(db.all(list_leavers));
    plan::all_versions(db)->each(scope, [&](const plan::ActionThen& action) { gaps.add(action); });
    db.each(list_objectives, [&](ObjectiveThen&& objective) { gaps.add(objective); });
    return gaps.counts();
}

/// Of all plans: made anew after a change of whatever record.
std::vector<GapCount> count_by_rules(store::Db& db, const Scope& scope) {
    const auto count = [&] { return db.all(counting(scope, std::nullopt)); };
    if (scope.looking_back) return count();
    return *db.remembered<std::vector<GapCount>>("gaps of all plans",
                                                 std::to_string(audit::newest_number(db)), count);
}

using Ids = std::vector<std::string_view>;

Ids sorted_ids(const std::vector<plan::Plan>& plans) {
    Ids ids;
    for (const auto& plan : plans) ids.push_back(plan.id.view());
    std::ranges::sort(ids);
    return ids;
}

/// The groups come plan by plan: each is looked at once, however many plans there are.
std::vector<GapCount> tallied(const std::vector<plan::TallyGroup>& groups, const Ids& ids,
                              Day today) {
    std::vector<GapCount> counts;
    for (auto at = groups.begin(); at != groups.end();) {
        const auto id = at->plan;
        const auto end = std::find_if(
            at, groups.end(), [&](const plan::TallyGroup& group) { return group.plan != id; });
        if (std::ranges::binary_search(ids, id.view()))
            append(counts, counts_of(plan::total({at, end}, today), id));
        at = end;
    }
    return counts;
}

} // namespace

std::vector<GapCount> count_gaps(store::Db& db, const Scope& scope, const plan::PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto tally = plan::total(plan::tally_of(db, scope, plan), scope.today);
    auto counts = counts_of(tally, plan);
    append(counts, db.all(counting(scope, plan)));
    return counts;
}

std::vector<GapCount> count_gaps(store::Db& db, const Scope& scope,
                                 const std::vector<plan::Plan>& plans) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto groups = plan::tally_of_all(db, scope);
    const auto ids = sorted_ids(plans);
    auto counts = count_by_rules(db, scope);
    if (plan::counts_all_versions(scope)) append(counts, gaps_then(db, scope));
    std::erase_if(counts, [&](const GapCount& count) {
        return !std::ranges::binary_search(ids, count.plan.view());
    });
    append(counts, tallied(groups, ids, scope.today));
    return counts;
}

std::vector<GapRow> gap_rows(store::Db& db, const Scope& scope, Gap gap, const plan::PlanId& plan,
                             const listing::Paging& paging) {
    const auto rule = std::ranges::find(rules, gap, &RuleSql::gap);
    if (!scope.may(Permission::read_plan) || rule == std::end(rules)) return {};
    if (scope.reads_single_records() && !rule->is_of_actions) return {};
    Composed<GapRow> query("owed.gap_rows");
    query.add(rule->listed).add(rule->rows).add("AND s.plan_id = $", plan).add(rule->order);
    query.add("LIMIT $ OFFSET $", listing::rows_a_page, paging.offset());
    return db.all(query);
}

} // namespace openmasa::owed
