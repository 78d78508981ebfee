#include "plan/tally_store.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <mutex>
#include <set>

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
constexpr Query<CountedAction(ObjectiveId)> actions_of_objective{"plan.tally_of_objective", R"sql(
    SELECT plan_id, section_id, status, deadline, next_step, evidence, date_kind = 'unknown', owner_id IS NULL,
           coalesce(last_update, adopted_on)
    FROM action WHERE objective_id = $1 AND withdrawn_at IS NULL ORDER BY plan_id, section_id, status)sql"};
constexpr Query<std::int64_t(PlanId)> find_revision{
    "plan.revision", "SELECT actions_revision FROM plan WHERE id = $1"};
struct Revision {
    PlanId plan;
    std::int64_t number;
};
constexpr Query<Revision()> list_revisions{"plan.revisions",
                                           "SELECT id, actions_revision FROM plan ORDER BY id"};
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

template<class SomeQuery, class... Args>
std::vector<TallyGroup> count(store::Db& db, Day today, const SomeQuery& query,
                              const Args&... args) {
    Groups groups(today);
    db.each(
        query, [&](CountedAction&& action) { groups.add(action); }, args...);
    return groups.take();
}

/// The groups of all plans, in the order of the plans, and of which state of their actions.
struct CountedPlans {
    Day today{};
    std::map<PlanId, std::int64_t> revisions{};
    std::vector<TallyGroup> groups{};
};

/// None before the first time and on a new day: then all are counted.
std::set<PlanId> plans_to_count(const CountedPlans& now, const CountedPlans* before) {
    std::set<PlanId> plans;
    if (!before || before->today != now.today) return plans;
    for (const auto& [plan, revision] : now.revisions) {
        const auto found = before->revisions.find(plan);
        if (found == before->revisions.end() || found->second != revision) plans.insert(plan);
    }
    return plans;
}

store::ComposedQuery<CountedAction> counting(const std::set<PlanId>& plans) {
    store::ComposedQuery<CountedAction> query("plan.tally_of_all");
    query.add("SELECT plan_id, section_id, status, deadline, next_step, evidence, "
              "date_kind = 'unknown', owner_id IS NULL, coalesce(last_update, adopted_on) "
              "FROM action WHERE withdrawn_at IS NULL");
    if (!plans.empty()) {
        query.add("AND plan_id IN (''");
        for (const auto& plan : plans) query.add(", $", plan);
        query.add(")");
    }
    query.add("ORDER BY plan_id, section_id, status");
    return query;
}

/// One change of one action has its plan counted again; the others are as they were.
CountedPlans count_plans(store::Db& db, CountedPlans now, const CountedPlans* before) {
    const auto plans = plans_to_count(now, before);
    auto counted = count(db, now.today, counting(plans));
    if (plans.empty()) {
        now.groups = std::move(counted);
        return now;
    }
    std::vector<TallyGroup> as_before;
    std::ranges::copy_if(
        before->groups, std::back_inserter(as_before), [&](const TallyGroup& group) {
            return !plans.contains(group.plan) && now.revisions.contains(group.plan);
        });
    std::ranges::merge(as_before, counted, std::back_inserter(now.groups), {}, &TallyGroup::plan,
                       &TallyGroup::plan);
    return now;
}

/// Every change of an action counts up its plan's.
CountedPlans uncounted(store::Db& db, Day today) {
    CountedPlans now{.today = today};
    for (const auto& [plan, number] : db.all(list_revisions)) now.revisions[plan] = number;
    return now;
}

/// What was counted last, for all who see the same: kept from one state of the actions to the next,
/// so that the next takes from it what has not changed.
class LastCounted {
public:
    std::shared_ptr<const CountedPlans> of(store::Db& db, CountedPlans now) const {
        const auto before = newest();
        if (before && before->today == now.today && before->revisions == now.revisions)
            return before;
        auto counted =
            std::make_shared<const CountedPlans>(count_plans(db, std::move(now), before.get()));
        const std::lock_guard lock(mutex_);
        newest_ = counted;
        return counted;
    }

private:
    std::shared_ptr<const CountedPlans> newest() const {
        const std::lock_guard lock(mutex_);
        return newest_;
    }

    mutable std::mutex mutex_;
    mutable std::shared_ptr<const CountedPlans> newest_;
};

} // namespace

std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto stamp =
        fmt::format("{} {}", db.one(find_revision, plan).value_or(0), iso(scope.today));
    return *db.remembered<std::vector<TallyGroup>>(
        plan.str(), stamp, [&] { return count(db, scope.today, actions_of_plan, plan); });
}

std::vector<TallyGroup> tally_of_all(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto last = db.remembered<std::shared_ptr<const LastCounted>>(
        "of all plans", "always", [] { return std::make_shared<const LastCounted>(); });
    return (*last)->of(db, uncounted(db, scope.today))->groups;
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
