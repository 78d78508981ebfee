#include "plan/all_versions.hpp"
#include "core/access/scope.hpp"
#include "core/history/as_at.hpp"
#include <algorithm>
#include <limits>

namespace openmasa::plan {
namespace {

/// What of one plan is not to be seen, by the ids' places.
using Unseen = std::vector<bool>;

Unseen unseen_in(const VersionsOfPlan& plan, const std::vector<std::uint32_t>& elsewhere,
                 const std::vector<Record>& hidden) {
    Unseen unseen(plan.ids.size());
    for (auto place : elsewhere) unseen[place] = true;
    for (const auto& record : hidden)
        if (is_id_text(record.id))
            if (const auto place = plan.place_of(ActionId::unchecked(record.id).text))
                unseen[place] = true;
    return unseen;
}

struct Then {
    std::int32_t day = 0;
    std::int64_t known_before = std::numeric_limits<std::int64_t>::max();
};

Then then_of(const Scope& scope) {
    Then then{.day = static_cast<std::int32_t>(scope.today.time_since_epoch().count())};
    if (scope.as_known_then)
        then.known_before = history::end_of(scope.today).time_since_epoch().count();
    return then;
}

/// As the tables' own lenses have it (core/history/as_at.cpp): of the versions that may be seen,
/// were true by that day and known, the newest.
bool counts(const CountedVersion& version, const Then& then, const Unseen& unseen) {
    return version.true_from <= then.day && version.recorded_at < then.known_before &&
           !unseen[version.action] && !unseen[version.section] && !unseen[version.objective];
}

void go_through(const VersionsOfPlan& plan, const Then& then, const Unseen& unseen,
                const std::function<void(const ActionThen&)>& take) {
    const CountedVersion* newest = nullptr;
    const auto give = [&] {
        if (newest && !newest->withdrawn) take({plan, *newest});
        newest = nullptr;
    };
    std::uint32_t action = 0;
    for (const auto& version : plan.versions) {
        if (version.action != action) give();
        action = version.action;
        if (counts(version, then, unseen)) newest = &version;
    }
    give();
}

} // namespace

std::uint32_t VersionsOfPlan::place_of(const IdText& id) const {
    const auto text = [this](std::uint32_t place) -> const IdText& { return ids[place]; };
    const auto found = std::ranges::lower_bound(in_order, id, {}, text);
    return found != in_order.end() && ids[*found] == id ? *found : 0;
}

void AllVersions::each(const Scope& scope,
                       const std::function<void(const ActionThen&)>& take) const {
    const auto then = then_of(scope);
    for (const auto& [id, part] : plans_) {
        const auto unseen = unseen_in(*part.versions, part.elsewhere, scope.hidden);
        go_through(*part.versions, then, unseen, take);
    }
    go_through(moved_, then, unseen_in(moved_, {}, scope.hidden), take);
}

void AllVersions::each_in(const PlanId& plan, const Scope& scope,
                          const std::function<void(const ActionThen&)>& take) const {
    const auto found = plans_.find(plan);
    if (found == plans_.end()) return;
    const auto then = then_of(scope);
    const auto& part = found->second;
    const auto unseen = unseen_in(*part.versions, part.elsewhere, scope.hidden);
    go_through(*part.versions, then, unseen, take);
    const auto take_if_within = [&](const ActionThen& action) {
        if (action.plan() == plan) take(action);
    };
    go_through(moved_, then, unseen_in(moved_, {}, scope.hidden), take_if_within);
}

bool counts_all_versions(const Scope& scope) {
    return scope.looking_back && !scope.reads_single_records();
}

} // namespace openmasa::plan
