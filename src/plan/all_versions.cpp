#include "plan/all_versions.hpp"
#include "core/access/scope.hpp"
#include "core/history/as_at.hpp"
#include <algorithm>
#include <limits>

namespace openmasa::plan {
namespace {

/// What of one plan is not to be seen: the ids' places.
std::vector<std::uint32_t> unseen_in(const VersionsOfPlan& plan,
                                     const std::vector<std::uint32_t>& elsewhere,
                                     const std::vector<Record>& hidden) {
    auto unseen = elsewhere;
    for (const auto& record : hidden)
        if (is_id_text(record.id))
            if (const auto place = plan.place_of(ActionId::unchecked(record.id).text))
                unseen.push_back(place);
    return unseen;
}

using Asked = LastChosen::Asked;
using Places = std::vector<std::uint32_t>;

/// But for what stands elsewhere, which each plan has of its own.
Asked asked_on(const Scope& scope) {
    Asked asked{.day = static_cast<std::int32_t>(scope.today.time_since_epoch().count()),
                .known_before = scope.as_known_then
                                    ? history::end_of(scope.today).time_since_epoch().count()
                                    : std::numeric_limits<std::int64_t>::max(),
                .hidden = {},
                .elsewhere = {}};
    for (const auto& record : scope.hidden) asked.hidden += record.id;
    return asked;
}

/// As the tables' own lenses have it (core/history/as_at.cpp): of an action's versions that may be
/// seen, were true by that day and known, the newest; also where it says that the action is
/// withdrawn. Gives their places.
Places places_of(const VersionsOfPlan& plan, const Asked& asked, const Places& unseen_ids) {
    std::vector<bool> unseen(plan.ids.size());
    for (auto place : unseen_ids) unseen[place] = true;
    const auto counts = [&](const CountedVersion& version) {
        return version.true_from <= asked.day && version.recorded_at < asked.known_before &&
               !unseen[version.action] && !unseen[version.section] && !unseen[version.objective];
    };
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    Places places;
    std::uint32_t newest = none;
    const auto give = [&] {
        if (newest != none) places.push_back(newest);
        newest = none;
    };
    for (std::uint32_t at = 0; at < plan.versions.size(); ++at) {
        if (at > 0 && plan.versions[at].action != plan.versions[at - 1].action) give();
        if (counts(plan.versions[at])) newest = at;
    }
    give();
    return places;
}

std::vector<CountedVersion> chosen_of(const VersionsOfPlan& plan, const Asked& asked,
                                      const Places& unseen) {
    std::vector<CountedVersion> chosen;
    for (auto at : places_of(plan, asked, unseen))
        if (!plan.versions[at].withdrawn) chosen.push_back(plan.versions[at]);
    return chosen;
}

void hand_over(const VersionsOfPlan& plan, const std::vector<CountedVersion>& chosen,
               const std::function<void(const ActionThen&)>& take) {
    for (const auto& version : chosen) take({plan, version});
}

using Compared = AllVersions::Compared;

/// Both choices have the actions in one order.
void add_compared(std::vector<Compared>& all, const VersionsOfPlan& among, const Asked& then,
                  const Places& unseen, Moment moment, const PlanId& plan) {
    const Asked earlier{.day = std::numeric_limits<std::int32_t>::max(),
                        .known_before = moment.time_since_epoch().count(),
                        .hidden = {},
                        .elsewhere = {}};
    const auto known = places_of(among, earlier, unseen);
    auto before = known.begin();
    for (auto at : places_of(among, then, unseen)) {
        const auto& version = among.versions[at];
        const auto is_of_another = [&](std::uint32_t place) {
            return place < at && among.versions[place].action != version.action;
        };
        while (before != known.end() && is_of_another(*before)) ++before;
        const bool is_known =
            before != known.end() && among.versions[*before].action == version.action;
        const ActionThen action(among, version);
        if (action.plan() == plan)
            all.push_back({action.id(), action.section(), version.of_version,
                           is_known ? among.versions[*before].of_version : 0});
    }
}

} // namespace

std::uint32_t VersionsOfPlan::place_of(const IdText& id) const {
    const auto text = [this](std::uint32_t place) -> const IdText& { return ids[place]; };
    const auto found = std::ranges::lower_bound(in_order, id, {}, text);
    return found != in_order.end() && ids[*found] == id ? *found : 0;
}

LastChosen::Chosen LastChosen::get(const Asked& asked,
                                   const std::function<std::vector<CountedVersion>()>& choose) {
    const std::lock_guard lock(mutex_);
    if (!chosen_ || asked_ != asked) {
        chosen_ = std::make_shared<const std::vector<CountedVersion>>(choose());
        asked_ = asked;
    }
    return chosen_;
}

void AllVersions::go_through(const Part& part, Asked asked, const Scope& scope,
                             const std::function<void(const ActionThen&)>& take) {
    asked.elsewhere = part.elsewhere;
    const auto chosen = part.chosen->get(asked, [&] {
        return chosen_of(*part.versions, asked,
                         unseen_in(*part.versions, part.elsewhere, scope.hidden));
    });
    hand_over(*part.versions, *chosen, take);
}

/// They are few.
void AllVersions::go_through_moved(const Scope& scope,
                                   const std::function<void(const ActionThen&)>& take) const {
    hand_over(moved_, chosen_of(moved_, asked_on(scope), unseen_in(moved_, {}, scope.hidden)),
              take);
}

void AllVersions::each(const Scope& scope,
                       const std::function<void(const ActionThen&)>& take) const {
    const auto asked = asked_on(scope);
    for (const auto& [id, part] : plans_) go_through(part, asked, scope, take);
    go_through_moved(scope, take);
}

void AllVersions::each_in(const PlanId& plan, const Scope& scope,
                          const std::function<void(const ActionThen&)>& take) const {
    const auto found = plans_.find(plan);
    if (found == plans_.end()) return;
    go_through(found->second, asked_on(scope), scope, take);
    go_through_moved(scope, [&](const ActionThen& action) {
        if (action.plan() == plan) take(action);
    });
}

std::vector<Compared> AllVersions::compared_in(const PlanId& plan, const Scope& scope,
                                               Moment moment) const {
    std::vector<Compared> all;
    const auto found = plans_.find(plan);
    if (found == plans_.end()) return all;
    const auto& part = found->second;
    const auto asked = asked_on(scope);
    add_compared(all, *part.versions, asked,
                 unseen_in(*part.versions, part.elsewhere, scope.hidden), moment, plan);
    add_compared(all, moved_, asked, unseen_in(moved_, {}, scope.hidden), moment, plan);
    return all;
}

bool counts_all_versions(const Scope& scope) {
    return scope.looking_back && !scope.reads_single_records();
}

} // namespace openmasa::plan
