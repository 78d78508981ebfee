#include "plan/tally_store.hpp"
#include "plan/rules.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

using store::Query;

/// What is counted about one action.
struct CountedAction {
    PlanId plan;
    SectionId section;
    Status status;
    std::optional<Day> deadline, next_step;
    int evidence;
    bool undated, without_owner;
    Day last_news;
};

// The index action_counted holds all that the first two read, in the order of their groups: nothing
// is sorted and no action is opened.
constexpr Query<CountedAction(PlanId)> actions_of_plan{"plan.tally", R"sql(
    SELECT plan_id, section_id, status, deadline, next_step, evidence, date_kind = 'unknown', owner_id IS NULL,
           coalesce(last_update, adopted_on)
    FROM action WHERE plan_id = $1 AND withdrawn_at IS NULL ORDER BY plan_id, section_id, status)sql"};
constexpr Query<CountedAction()> actions_of_all_plans{"plan.tally_of_all", R"sql(
    SELECT plan_id, section_id, status, deadline, next_step, evidence, date_kind = 'unknown', owner_id IS NULL,
           coalesce(last_update, adopted_on)
    FROM action WHERE withdrawn_at IS NULL ORDER BY plan_id, section_id, status)sql"};
constexpr Query<CountedAction(ObjectiveId)> actions_of_objective{"plan.tally_of_objective", R"sql(
    SELECT plan_id, section_id, status, deadline, next_step, evidence, date_kind = 'unknown', owner_id IS NULL,
           coalesce(last_update, adopted_on)
    FROM action WHERE objective_id = $1 AND withdrawn_at IS NULL ORDER BY plan_id, section_id, status)sql"};
constexpr Query<std::int64_t(PlanId)> find_revision{
    "plan.revision", "SELECT actions_revision FROM plan WHERE id = $1"};
// A plan comes with its first action, and every change counts up, so no two states have one sum.
constexpr Query<std::int64_t()> sum_of_revisions{
    "plan.sum_of_revisions", "SELECT CAST(coalesce(sum(actions_revision), 0) AS BIGINT) FROM plan"};
constexpr Query<ActionsOfObjective(PlanId)> count_by_objective{"plan.count_by_objective", R"sql(
    SELECT o.id, count(*) FROM section s JOIN objective o ON o.section_id = s.id
    JOIN action a ON a.objective_id = o.id AND a.withdrawn_at IS NULL
    WHERE s.plan_id = $1 GROUP BY o.id)sql"};

/// Adds up actions that come in the order of their groups.
class Groups {
public:
    explicit Groups(Day today) : today_(today), quarter_ago_(quarter_before(today)) {}

    void add(const CountedAction& action) {
        auto& group = group_of(action);
        const auto is = due_next(action.deadline, action.next_step, today_);
        ++group.actions;
        group.overdue += is == Due::overdue;
        group.soon += is == Due::soon;
        group.without_evidence += action.evidence == 0;
        group.undated += action.undated;
        group.without_owner += action.without_owner;
        group.without_update += action.last_news < quarter_ago_;
    }
    std::vector<TallyGroup> take() { return std::move(groups_); }

private:
    TallyGroup& group_of(const CountedAction& action) {
        const auto goes_on = [&](const TallyGroup& last) {
            return last.status == action.status && last.section == action.section &&
                   last.plan == action.plan;
        };
        if (groups_.empty() || !goes_on(groups_.back()))
            groups_.push_back(
                {.plan = action.plan, .section = action.section, .status = action.status});
        return groups_.back();
    }

    Day today_, quarter_ago_;
    std::vector<TallyGroup> groups_;
};

template<class... Args>
std::vector<TallyGroup> count(store::Db& db, Day today, const Query<CountedAction(Args...)>& query,
                              const Args&... args) {
    Groups groups(today);
    db.each(
        query, [&](CountedAction&& action) { groups.add(action); }, args...);
    return groups.take();
}

/// Counted once a day for each state of the actions.
template<class... Args>
std::vector<TallyGroup>
remembered(store::Db& db, Day today, const std::string& key, std::int64_t revision,
           const Query<CountedAction(Args...)>& query, const Args&... args) {
    const auto stamp = fmt::format("{} {}", revision, iso(today));
    return *db.remembered<std::vector<TallyGroup>>(
        key, stamp, [&] { return count(db, today, query, args...); });
}

} // namespace

std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto revision = db.one(find_revision, plan).value_or(0);
    return remembered(db, scope.today, plan.str(), revision, actions_of_plan, plan);
}

std::vector<TallyGroup> tally_of_all(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto revision = db.one(sum_of_revisions).value_or(0);
    return remembered(db, scope.today, "all", revision, actions_of_all_plans);
}

std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const ObjectiveId& objective) {
    if (!scope.may(Permission::read_plan)) return {};
    return count(db, scope.today, actions_of_objective, objective);
}

std::vector<ActionsOfObjective> count_by_objective_of(store::Db& db, const Scope& scope,
                                                      const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.all(count_by_objective, plan);
}

} // namespace openmasa::plan
