#include "plan/all_versions.hpp"
#include <algorithm>
#include <iterator>
#include <mutex>
#include <set>
#include <unordered_map>

namespace openmasa::plan {
namespace {

using store::Query;

/// One version, as the index action_version_plan has it.
struct Row {
    PlanId plan;
    ActionId action;
    std::int64_t of_version;
    Day true_from;
    Moment recorded_at;
    bool withdrawn;
    SectionId section;
    ObjectiveId objective;
    int position;
    Status status;
    std::optional<Day> deadline, next_step;
    int evidence;
    bool undated;
    std::optional<OwnerId> owner;
    Day last_news;
    std::optional<PersonId> lead;
};
/// A version whose words say something of what is counted.
struct Remark {
    PlanId plan;
    ActionId action;
    std::int64_t of_version;
    bool unread;
};
struct Standing {
    PlanId plan;
    ActionId action;
};
struct Revision {
    PlanId plan;
    std::int64_t number;
};
constexpr Query<Revision()> list_revisions{"plan.revisions_of_versions",
                                           "SELECT id, actions_revision FROM plan ORDER BY id"};

template<class SomeRow, class Ids>
void add_within(store::ComposedQuery<SomeRow>& query, store::SqlPiece<0> column, const Ids& ids) {
    query.add(column).add("IN (''");
    for (const auto& id : ids) query.add(", $", id);
    query.add(")");
}

using PlanIds = std::set<PlanId>;
using ActionIds = std::set<ActionId>;

store::ComposedQuery<Row> versions_query() {
    store::ComposedQuery<Row> query("plan.all_versions");
    query.add("SELECT plan_id, id, of_version, true_from, recorded_at, withdrawn_at IS NOT NULL, "
              "section_id, objective_id, position, status, deadline, next_step, evidence, "
              "date_kind = 'unknown', owner_id, coalesce(last_update, adopted_on), lead_id "
              "FROM action_version");
    return query;
}

/// Of these plans, or of all: none are named where all are read.
store::ComposedQuery<Row> versions_in(const PlanIds& plans) {
    auto query = versions_query();
    if (!plans.empty()) add_within(query, "WHERE plan_id", plans);
    query.add("ORDER BY plan_id, id, of_version");
    return query;
}

store::ComposedQuery<Row> versions_of(const ActionIds& actions) {
    auto query = versions_query();
    add_within(query, "WHERE id", actions);
    query.add("ORDER BY id, of_version");
    return query;
}

// The conditions stand here as they stand in the indexes action_version_unread and _silent.
store::ComposedQuery<Remark> remarks_in(const PlanIds& plans) {
    store::ComposedQuery<Remark> query("plan.remarks_of_versions");
    query.add("SELECT plan_id, id, of_version, TRUE FROM action_version "
              "WHERE date_kind = 'unknown' AND date_words <> ''");
    if (!plans.empty()) add_within(query, "AND plan_id", plans);
    query.add("UNION ALL SELECT plan_id, id, of_version, FALSE FROM action_version "
              "WHERE status = 'stopped' AND trim(stopped_why) = ''");
    if (!plans.empty()) add_within(query, "AND plan_id", plans);
    query.add("ORDER BY 1, 2, 3");
    return query;
}

store::ComposedQuery<Standing> standing_in(const PlanIds& plans) {
    store::ComposedQuery<Standing> query("plan.actions_that_stand");
    query.add("SELECT plan_id, id FROM action");
    if (!plans.empty()) add_within(query, "WHERE plan_id", plans);
    query.add("ORDER BY plan_id, id");
    return query;
}

std::int32_t days_of(const std::optional<Day>& day) {
    return day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : no_day;
}

struct IdHash {
    std::size_t operator()(const IdText& id) const {
        return std::hash<std::string_view>{}({id.data(), id.size()});
    }
};

/// Rows by their actions and versions, one after another.
class Builder {
public:
    void add(const Row& row) {
        made_.versions.push_back({.action = place(row.action),
                                  .plan = place(row.plan),
                                  .section = place(row.section),
                                  .objective = place(row.objective),
                                  .owner = row.owner ? place(*row.owner) : 0,
                                  .lead = row.lead ? place(*row.lead) : 0,
                                  .of_version = static_cast<std::int32_t>(row.of_version),
                                  .position = row.position,
                                  .true_from = days_of(row.true_from),
                                  .deadline = days_of(row.deadline),
                                  .next_step = days_of(row.next_step),
                                  .last_news = days_of(row.last_news),
                                  .recorded_at = row.recorded_at.time_since_epoch().count(),
                                  .status = row.status,
                                  .withdrawn = row.withdrawn,
                                  .without_evidence = row.evidence == 0,
                                  .undated = row.undated});
    }
    void add(const Remark& remark) {
        const auto known = places_.find(remark.action.text);
        if (known == places_.end()) return;
        const auto key = [](const CountedVersion& version) {
            return std::pair{version.action, std::int64_t{version.of_version}};
        };
        const std::pair wanted{known->second, remark.of_version};
        const auto found = std::ranges::lower_bound(made_.versions, wanted, {}, key);
        if (found == made_.versions.end() || key(*found) != wanted) return;
        (remark.unread ? found->unread : found->silent) = true;
    }
    /// Gives away what was built.
    VersionsOfPlan take() {
        for (std::uint32_t at = 1; at < made_.ids.size(); ++at) made_.in_order.push_back(at);
        std::ranges::sort(made_.in_order, {}, [&](std::uint32_t at) { return made_.ids[at]; });
        made_.versions.shrink_to_fit();
        return std::move(made_);
    }
    /// In the order of their ids.
    std::vector<IdText> actions() const {
        std::vector<IdText> ids;
        for (const auto& version : made_.versions)
            if (ids.empty() || ids.back() != made_.ids[version.action])
                ids.push_back(made_.ids[version.action]);
        return ids;
    }
    void say_left(std::vector<IdText> left) { made_.left = std::move(left); }

private:
    template<class Kind> std::uint32_t place(const Id<Kind>& id) {
        const auto next = static_cast<std::uint32_t>(made_.ids.size());
        const auto [found, is_new] = places_.try_emplace(id.text, next);
        if (is_new) made_.ids.push_back(id.text);
        return found->second;
    }

    VersionsOfPlan made_{.ids = {IdText{}}, .in_order = {}, .versions = {}, .left = {}};
    std::unordered_map<IdText, std::uint32_t, IdHash> places_;
};

/// What was in a plan once and is not there any more; both in the order of their ids.
std::vector<IdText> left_of(const std::vector<IdText>& once, const std::vector<IdText>& now) {
    std::vector<IdText> left;
    std::ranges::set_difference(once, now, std::back_inserter(left));
    return left;
}

} // namespace

/// Reads what changed since `before`.
class VersionsReader {
public:
    explicit VersionsReader(store::Db& db) : db_(db) {}

    /// None: `before` is as it is now.
    std::shared_ptr<const AllVersions> read(const AllVersions* before) {
        const auto stale = take_over(before);
        if (before && stale.empty() && before->plans_.size() == all_.plans_.size()) return nullptr;
        if (!before || !stale.empty()) read_plans(before ? stale : PlanIds());
        read_moved();
        return std::make_shared<const AllVersions>(std::move(all_));
    }

private:
    /// Gives the plans whose versions are to be read.
    PlanIds take_over(const AllVersions* before) {
        PlanIds stale;
        for (const auto& [plan, revision] : db_.all(list_revisions)) {
            auto& part = all_.plans_[plan];
            const auto* known = before ? find(*before, plan) : nullptr;
            if (known && known->revision == revision)
                part = *known;
            else
                stale.insert(plan);
            part.revision = revision;
        }
        return stale;
    }
    static const AllVersions::Part* find(const AllVersions& among, const PlanId& plan) {
        const auto found = among.plans_.find(plan);
        return found == among.plans_.end() ? nullptr : &found->second;
    }

    void read_plans(const PlanIds& plans) {
        std::map<PlanId, Builder> builders;
        for (const auto& [plan, part] : all_.plans_)
            if (!part.versions) builders[plan];
        const auto add = [&](const auto& row) {
            if (const auto of = builders.find(row.plan); of != builders.end()) of->second.add(row);
        };
        db_.each(versions_in(plans), [&](Row&& row) { add(row); });
        db_.each(remarks_in(plans), [&](Remark&& remark) { add(remark); });
        std::map<PlanId, std::vector<IdText>> standing;
        db_.each(standing_in(plans),
                 [&](Standing&& row) { standing[row.plan].push_back(row.action.text); });
        for (auto& [plan, builder] : builders) {
            builder.say_left(left_of(builder.actions(), standing[plan]));
            auto& part = all_.plans_[plan];
            part.versions = std::make_shared<const VersionsOfPlan>(builder.take());
            part.chosen = std::make_shared<LastChosen>();
        }
    }

    /// Which version of an action counts is told by all of its versions: those of an action that
    /// was in several plans are read once more, together.
    void read_moved() {
        ActionIds moved;
        for (const auto& [plan, part] : all_.plans_)
            for (const auto& id : part.versions->left) moved.insert(ActionId{id});
        Builder builder;
        PlanIds plans;
        if (!moved.empty())
            db_.each(versions_of(moved), [&](Row&& row) {
                plans.insert(row.plan);
                builder.add(row);
            });
        if (!plans.empty())
            db_.each(remarks_in(plans), [&](Remark&& remark) { builder.add(remark); });
        all_.moved_ = builder.take();
        for (auto& [plan, part] : all_.plans_) part.elsewhere = places_of(moved, *part.versions);
    }
    static std::vector<std::uint32_t> places_of(const ActionIds& moved,
                                                const VersionsOfPlan& versions) {
        std::vector<std::uint32_t> places;
        for (const auto& id : moved)
            if (const auto place = versions.place_of(id.text)) places.push_back(place);
        return places;
    }

    store::Db& db_;
    AllVersions all_;
};

namespace {

/// What was read last, for everybody.
class Kept {
public:
    std::shared_ptr<const AllVersions> newest(store::Db& db) const {
        const auto before = known();
        auto now = VersionsReader(db).read(before.get());
        if (!now) return before;
        const std::lock_guard lock(mutex_);
        return known_ = std::move(now);
    }

private:
    std::shared_ptr<const AllVersions> known() const {
        const std::lock_guard lock(mutex_);
        return known_;
    }

    mutable std::mutex mutex_;
    mutable std::shared_ptr<const AllVersions> known_;
};

} // namespace

std::shared_ptr<const AllVersions> all_versions(store::Db& db) {
    return *db.once<std::shared_ptr<const AllVersions>>("all versions", [&] {
        const store::Db::Plainly plainly(db);
        const auto kept = *db.remembered<std::shared_ptr<const Kept>>(
            "all versions", "always", [] { return std::make_shared<const Kept>(); });
        return kept->newest(db);
    });
}

} // namespace openmasa::plan
