#include "plan/tally_store.hpp"
#include "core/access/store.hpp"
#include "plan/all_versions.hpp"
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
constexpr Query<PlanState(PlanId, std::string_view)> find_state{"plan.state", R"sql(
    SELECT p.actions_revision, coalesce((SELECT r.number FROM revision r WHERE r.name = $2), 0)
    FROM plan p WHERE p.id = $1)sql"};
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

/// What one action adds to its group.
class Adding {
public:
    explicit Adding(Day today) : today_(today), quarter_ago_(quarter_before(today)) {}

    void add(TallyGroup& group, const CountedAction& action) const {
        const auto is = due_next(action.deadline, action.next_step, today_);
        ++group.actions;
        group.overdue += is == Due::overdue;
        group.soon += is == Due::soon;
        group.without_evidence += action.evidence == 0;
        group.undated += action.undated;
        group.without_owner += action.without_owner;
        group.without_update += action.last_news < quarter_ago_;
    }

private:
    Day today_, quarter_ago_;
};

/// Adds up actions that come in the order of their groups.
class Groups {
public:
    explicit Groups(Day today) : adding_(today) {}

    void add(const CountedAction& action) { adding_.add(group_of(action), action); }
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

    Adding adding_;
    std::vector<TallyGroup> groups_;
};

/// Adds up actions of all plans as they stood on a day; the groups of a plan stand together.
class GroupsThen {
public:
    explicit GroupsThen(Day day) : adding_(day) {}

    void add(const ActionThen& action) {
        adding_.add(group_of(action), {.plan = {},
                                       .section = {},
                                       .status = action->status,
                                       .deadline = action.deadline(),
                                       .next_step = action.next_step(),
                                       .evidence = action->without_evidence ? 0 : 1,
                                       .undated = action->undated,
                                       .without_owner = action->owner == 0,
                                       .last_news = action.last_news()});
    }
    std::vector<TallyGroup> take() {
        std::ranges::stable_sort(groups_, {}, &TallyGroup::plan);
        return std::move(groups_);
    }

private:
    TallyGroup& group_of(const ActionThen& action) {
        if (among_ != &action.among()) {
            among_ = &action.among();
            places_.assign(among_->ids.size() * all_statuses.size(), 0);
        }
        auto& place = places_[action->section * all_statuses.size() +
                              static_cast<std::size_t>(action->status)];
        if (!place) {
            groups_.push_back(
                {.plan = action.plan(), .section = action.section(), .status = action->status});
            place = groups_.size();
        }
        return groups_[place - 1];
    }

    Adding adding_;
    const VersionsOfPlan* among_ = nullptr;
    /// One more than the group's place, by section and status; 0: none yet.
    std::vector<std::size_t> places_;
    std::vector<TallyGroup> groups_;
};

std::vector<TallyGroup> tally_then(store::Db& db, const Scope& scope) {
    GroupsThen groups(scope.today);
    all_versions(db)->each(scope, [&](const ActionThen& action) { groups.add(action); });
    return groups.take();
}

std::vector<TallyGroup> tally_then(store::Db& db, const Scope& scope, const PlanId& plan) {
    GroupsThen groups(scope.today);
    const auto add = [&](const ActionThen& action) { groups.add(action); };
    all_versions(db)->each_in(plan, scope, add);
    return groups.take();
}

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

/// `within` is the column that the ids are of; without ids it is every action.
template<class Ids>
store::ComposedQuery<CountedAction> counting(std::string_view name, store::SqlPiece<0> within,
                                             const Ids& ids) {
    store::ComposedQuery<CountedAction> query(name);
    query.add("SELECT plan_id, section_id, status, deadline, next_step, evidence, "
              "date_kind = 'unknown', owner_id IS NULL, coalesce(last_update, adopted_on) "
              "FROM action WHERE withdrawn_at IS NULL");
    if (!ids.empty()) {
        query.add("AND").add(within).add("IN (''");
        for (const auto& id : ids) query.add(", $", id);
        query.add(")");
    }
    query.add("ORDER BY plan_id, section_id, status");
    return query;
}

/// One change of one action has its plan counted again; the others are as they were.
CountedPlans count_plans(store::Db& db, CountedPlans now, const CountedPlans* before) {
    const auto plans = plans_to_count(now, before);
    auto counted = count(db, now.today, counting("plan.tally_of_all", "plan_id", plans));
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

/// Every change of an action counts up the revision of its plan, whatever day the change is of.
CountedPlans as_it_stands(store::Db& db, const Scope& scope) {
    CountedPlans now{.today = scope.today};
    const store::Db::Plainly plainly(db);
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

/// One for all who see the same.
std::shared_ptr<const LastCounted> last_counted(store::Db& db) {
    const auto key = "of all plans" + db.lens().words();
    const store::Db::Plainly plainly(db);
    return *db.remembered<std::shared_ptr<const LastCounted>>(
        key, "always", [] { return std::make_shared<const LastCounted>(); });
}

} // namespace

PlanState state_of(store::Db& db, const PlanId& plan) {
    return db.one(find_state, plan, access::owners_revision).value_or(PlanState{});
}

std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const PlanId& plan) {
    if (!scope.may(Permission::read_plan)) return {};
    if (counts_all_versions(scope)) return tally_then(db, scope, plan);
    return tally_of(db, scope, plan, state_of(db, plan));
}

std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope, const PlanId& plan,
                                 const PlanState& state) {
    if (!scope.may(Permission::read_plan)) return {};
    if (counts_all_versions(scope)) return tally_then(db, scope, plan);
    const auto stamp = fmt::format("{} {}", state.actions, iso(scope.today));
    return *db.remembered<std::vector<TallyGroup>>(
        plan.str(), stamp, [&] { return count(db, scope.today, actions_of_plan, plan); });
}

std::vector<TallyGroup> tally_of(store::Db& db, const Scope& scope,
                                 const std::vector<SectionId>& sections) {
    if (!scope.may(Permission::read_plan)) return {};
    return count(db, scope.today, counting("plan.tally_of_sections", "section_id", sections));
}

std::vector<TallyGroup> tally_of_all(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_plan)) return {};
    if (counts_all_versions(scope)) return tally_then(db, scope);
    if (scope.looking_back)
        return count(db, scope.today, counting("plan.tally_of_all", "plan_id", std::set<PlanId>()));
    return last_counted(db)->of(db, as_it_stands(db, scope))->groups;
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
