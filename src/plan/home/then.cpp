#include "plan/home/then.hpp"
#include "kernel/overdue.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace openmasa::home {
namespace {

using plan::ActionThen;

/// Where an action stands among those that are shown; a day that there is none of comes first.
struct Place {
    int pressing = 0;
    std::optional<Day> day;
    int position = 0;
    plan::ActionId id;
    auto operator<=>(const Place&) const = default;
};

std::optional<Day> next_day(const ActionThen& action) {
    const auto step = action.next_step();
    return step ? step : action.deadline();
}

bool is_by(const std::optional<Day>& day, Day last) {
    return day && *day <= last;
}

Day last_day_soon(const Scope& scope) {
    return scope.today + std::chrono::days{due_soon_days};
}

/// `place` gives nothing for an action that is not shown.
template<class PlaceOf>
PickedActions first_of(const plan::AllVersions& versions, const Scope& scope,
                       const std::vector<plan::Plan>& plans, std::size_t most, PlaceOf place_of) {
    std::set<plan::PlanId> within;
    for (const auto& plan : plans) within.insert(plan.id);
    std::set<Place> first;
    PickedActions picked;
    versions.each(scope, [&](const ActionThen& action) {
        const auto place = place_of(action);
        if (!place || !within.contains(action.plan())) return;
        ++picked.in_all;
        first.insert(*place);
        if (first.size() > most) first.erase(std::prev(first.end()));
    });
    for (const auto& place : first) picked.ids.push_back(place.id);
    return picked;
}

} // namespace

PickedActions late_then(const plan::AllVersions& versions, const Scope& scope,
                        const std::vector<plan::Plan>& plans, std::size_t most) {
    const auto place_of = [&](const ActionThen& action) -> std::optional<Place> {
        const auto deadline = action.deadline();
        if (!deadline || *deadline >= scope.today || !is_open(action->status)) return std::nullopt;
        return Place{0, deadline, action->position, action.id()};
    };
    return first_of(versions, scope, plans, most, place_of);
}

PickedActions late_and_soon_then(const plan::AllVersions& versions, const Scope& scope,
                                 const std::vector<plan::Plan>& plans, std::size_t most) {
    const auto last = last_day_soon(scope);
    const auto place_of = [&](const ActionThen& action) -> std::optional<Place> {
        if (!is_open(action->status) || !is_by(next_day(action), last)) return std::nullopt;
        return Place{0, next_day(action), action->position, action.id()};
    };
    return first_of(versions, scope, plans, most, place_of);
}

PickedActions own_then(const plan::AllVersions& versions, const Scope& scope,
                       const std::vector<plan::Plan>& plans, std::size_t most) {
    const auto owners = scope.acts_for(Permission::update_action);
    const std::set<OwnerId> own(owners.begin(), owners.end());
    const auto last = last_day_soon(scope);
    const auto is_shown = [&](const ActionThen& action) {
        if (action->status == plan::Status::done) return action->without_evidence;
        return is_open(action->status) &&
               (is_by(next_day(action), last) || action->status == plan::Status::at_risk ||
                action->status == plan::Status::blocked);
    };
    const auto place_of = [&](const ActionThen& action) -> std::optional<Place> {
        if (!action->owner || !is_shown(action) || !own.contains(action.owner()))
            return std::nullopt;
        const auto day = next_day(action);
        const int open = is_by(day, last) ? 1 : 2;
        return Place{action->status == plan::Status::done ? 3 : open, day, action->position,
                     action.id()};
    };
    return first_of(versions, scope, plans, most, place_of);
}

} // namespace openmasa::home
