#pragma once
// Every version of every action, in memory, as far as it is counted: never its words. To count all
// plans as at a day a query would open a million versions; here they are gone through in their
// order. Read once, when somebody first looks back, and then only of plans that changed.
#include "plan/plan.hpp"
#include "store/db.hpp"
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace openmasa::plan {

/// One version. What is a number here is an id's place among VersionsOfPlan::ids; 0: none.
struct CountedVersion {
    std::uint32_t action = 0, plan = 0, section = 0, objective = 0, owner = 0, lead = 0;
    std::int32_t of_version = 0, position = 0;
    /// Days since 1970; `no_day` where there is none.
    std::int32_t true_from = 0, deadline = 0, next_step = 0, last_news = 0;
    std::int64_t recorded_at = 0;
    Status status{};
    bool withdrawn = false, without_evidence = false, undated = false;
    /// Its date has words that are no date; it was stopped and nothing says why.
    bool unread = false, silent = false;
};
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// The versions that stand in one plan, by their actions and their numbers.
struct VersionsOfPlan {
    std::vector<IdText> ids;
    /// The places of the ids, in the ids' order; without 0.
    std::vector<std::uint32_t> in_order;
    std::vector<CountedVersion> versions;
    /// Actions that stood in this plan and are in another one now.
    std::vector<IdText> left;

    /// 0 for an id that is not there.
    std::uint32_t place_of(const IdText& id) const;
};

/// An action as it stood on the day.
class ActionThen {
public:
    ActionThen(const VersionsOfPlan& among, const CountedVersion& version)
        : among_(&among), version_(&version) {}
    const CountedVersion* operator->() const { return version_; }
    /// The same for all actions whose sections' and owners' numbers are of the same ids.
    const VersionsOfPlan& among() const { return *among_; }
    ActionId id() const { return {text(version_->action)}; }
    PlanId plan() const { return {text(version_->plan)}; }
    SectionId section() const { return {text(version_->section)}; }
    ObjectiveId objective() const { return {text(version_->objective)}; }
    /// Of those that are not 0.
    OwnerId owner() const { return {text(version_->owner)}; }
    PersonId lead() const { return {text(version_->lead)}; }
    std::optional<Day> deadline() const { return day_of(version_->deadline); }
    std::optional<Day> next_step() const { return day_of(version_->next_step); }
    /// The day of the newest progress, or of adoption where there is none.
    Day last_news() const { return Day{std::chrono::days{version_->last_news}}; }

private:
    static std::optional<Day> day_of(std::int32_t days) {
        return days == no_day ? std::nullopt : std::optional(Day{std::chrono::days{days}});
    }
    const IdText& text(std::uint32_t place) const { return among_->ids[place]; }

    const VersionsOfPlan* among_;
    const CountedVersion* version_;
};

/// Which of a plan's versions counted when somebody last looked, one beside the other: the next
/// pass goes through an action's one instead of its ten. Threads share it.
class LastChosen {
public:
    /// Up to which day and moment, and what was not to be seen: the records' ids, and the places of
    /// actions that stand elsewhere.
    struct Asked {
        std::int32_t day = 0;
        std::int64_t known_before = 0;
        std::string hidden;
        std::vector<std::uint32_t> elsewhere;
        bool operator==(const Asked&) const = default;
    };
    using Chosen = std::shared_ptr<const std::vector<CountedVersion>>;
    /// By `choose()` where something else was asked last.
    Chosen get(const Asked& asked, const std::function<std::vector<CountedVersion>()>& choose);

private:
    std::mutex mutex_;
    Asked asked_;
    Chosen chosen_;
};

class AllVersions {
public:
    /// `take` is given every action that was there on scope.today and not withdrawn, as far as it
    /// was known then where the scope asks for that, without what is hidden from this reader; plan
    /// by plan, and at the end those that were once in another plan than now.
    void each(const Scope& scope, const std::function<void(const ActionThen&)>& take) const;
    /// The same of one plan.
    void each_in(const PlanId& plan, const Scope& scope,
                 const std::function<void(const ActionThen&)>& take) const;
    /// Which version of an action counted, and which was its last that had been recorded before a
    /// moment, whenever that one was true; 0: none.
    struct Compared {
        ActionId id;
        SectionId section;
        std::int32_t of_version, before;
    };
    /// Of one plan, as each_in() has them and those that are withdrawn too.
    std::vector<Compared> compared_in(const PlanId& plan, const Scope& scope, Moment moment) const;

private:
    friend class VersionsReader;
    struct Part {
        std::int64_t revision = 0;
        std::shared_ptr<const VersionsOfPlan> versions;
        /// Of these versions.
        std::shared_ptr<LastChosen> chosen;
        /// The places of actions that stand in `moved_` as a whole.
        std::vector<std::uint32_t> elsewhere;
    };
    static void go_through(const Part& part, LastChosen::Asked asked, const Scope& scope,
                           const std::function<void(const ActionThen&)>& take);
    void go_through_moved(const Scope& scope,
                          const std::function<void(const ActionThen&)>& take) const;
    std::map<PlanId, Part> plans_;
    VersionsOfPlan moved_;
};

/// Whether what this reader sees of all plans can be counted from all versions: when looking back,
/// and not by those who read nothing but single records.
bool counts_all_versions(const Scope& scope);
/// As the database is at the moment that the handle reads.
std::shared_ptr<const AllVersions> all_versions(store::Db& db);

} // namespace openmasa::plan
