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

/// Without what is not to be seen, which each plan has of its own.
Asked asked_on(const Scope& scope) {
    return {.day = static_cast<std::int32_t>(scope.today.time_since_epoch().count()),
            .known_before = scope.as_known_then
                                ? history::end_of(scope.today).time_since_epoch().count()
                                : std::numeric_limits<std::int64_t>::max()};
}

/// As the tables' own lenses have it (core/history/as_at.cpp): of an action's versions that may be
/// seen, were true by that day and known, the newest; also where it says that the action is
/// withdrawn.
std::vector<std::uint32_t> chosen_of(const VersionsOfPlan& plan, const Asked& asked) {
    std::vector<bool> unseen(plan.ids.size());
    for (auto place : asked.unseen) unseen[place] = true;
    const auto counts = [&](const CountedVersion& version) {
        return version.true_from <= asked.day && version.recorded_at < asked.known_before &&
               !unseen[version.action] && !unseen[version.section] && !unseen[version.objective];
    };
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> chosen;
    std::uint32_t newest = none;
    const auto give = [&] {
        if (newest != none) chosen.push_back(newest);
        newest = none;
    };
    for (std::uint32_t at = 0; at < plan.versions.size(); ++at) {
        if (at > 0 && plan.versions[at].action != plan.versions[at - 1].action) give();
        if (counts(plan.versions[at])) newest = at;
    }
    give();
    return chosen;
}

void hand_over(const VersionsOfPlan& plan, const std::vector<std::uint32_t>& chosen,
               const std::function<void(const ActionThen&)>& take) {
    for (auto at : chosen)
        if (!plan.versions[at].withdrawn) take({plan, plan.versions[at]});
}

using Compared = AllVersions::Compared;

/// Both choices have the actions in the same order.
std::vector<Compared> compared(const VersionsOfPlan& plan, const std::vector<std::uint32_t>& then,
                               const std::vector<std::uint32_t>& before) {
    std::vector<Compared> both;
    auto known = before.begin();
    for (auto at : then) {
        const auto& version = plan.versions[at];
        const auto is_earlier = [&](std::uint32_t other) {
            return other < at && plan.versions[other].action != version.action;
        };
        while (known != before.end() && is_earlier(*known)) ++known;
        const bool is_known =
            known != before.end() && plan.versions[*known].action == version.action;
        both.push_back({{plan, version}, is_known ? &plan.versions[*known] : nullptr});
    }
    return both;
}

std::vector<Compared> compared(const VersionsOfPlan& plan, const Asked& then, Moment moment) {
    const Asked before{.day = std::numeric_limits<std::int32_t>::max(),
                       .known_before = moment.time_since_epoch().count(),
                       .unseen = then.unseen};
    return compared(plan, chosen_of(plan, then), chosen_of(plan, before));
}

} // namespace

std::uint32_t VersionsOfPlan::place_of(const IdText& id) const {
    const auto text = [this](std::uint32_t place) -> const IdText& { return ids[place]; };
    const auto found = std::ranges::lower_bound(in_order, id, {}, text);
    return found != in_order.end() && ids[*found] == id ? *found : 0;
}

LastChosen::Chosen LastChosen::get(const Asked& asked,
                                   const std::function<std::vector<std::uint32_t>()>& choose) {
    const std::lock_guard lock(mutex_);
    if (!chosen_ || asked_ != asked) {
        chosen_ = std::make_shared<const std::vector<std::uint32_t>>(choose());
        asked_ = asked;
    }
    return chosen_;
}

void AllVersions::go_through(const Part& part, const Scope& scope,
                             const std::function<void(const ActionThen&)>& take) {
    auto asked = asked_on(scope);
    asked.unseen = unseen_in(*part.versions, part.elsewhere, scope.hidden);
    const auto chosen = part.chosen->get(asked, [&] { return chosen_of(*part.versions, asked); });
    hand_over(*part.versions, *chosen, take);
}

/// They are few.
void AllVersions::go_through_moved(const Scope& scope,
                                   const std::function<void(const ActionThen&)>& take) const {
    auto asked = asked_on(scope);
    asked.unseen = unseen_in(moved_, {}, scope.hidden);
    hand_over(moved_, chosen_of(moved_, asked), take);
}

void AllVersions::each(const Scope& scope,
                       const std::function<void(const ActionThen&)>& take) const {
    for (const auto& [id, part] : plans_) go_through(part, scope, take);
    go_through_moved(scope, take);
}

void AllVersions::each_in(const PlanId& plan, const Scope& scope,
                          const std::function<void(const ActionThen&)>& take) const {
    const auto found = plans_.find(plan);
    if (found == plans_.end()) return;
    go_through(found->second, scope, take);
    go_through_moved(scope, [&](const ActionThen& action) {
        if (action.plan() == plan) take(action);
    });
}

std::vector<AllVersions::Compared> AllVersions::compared_in(const PlanId& plan, const Scope& scope,
                                                            Moment moment) const {
    const auto found = plans_.find(plan);
    if (found == plans_.end()) return {};
    const auto& part = found->second;
    auto asked = asked_on(scope);
    asked.unseen = unseen_in(*part.versions, part.elsewhere, scope.hidden);
    auto all = compared(*part.versions, asked, moment);
    asked.unseen = unseen_in(moved_, {}, scope.hidden);
    for (auto& one : compared(moved_, asked, moment))
        if (one.then.plan() == plan) all.push_back(one);
    return all;
}

bool counts_all_versions(const Scope& scope) {
    return scope.looking_back && !scope.reads_single_records();
}

} // namespace openmasa::plan
