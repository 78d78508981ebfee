#include "plan/recommendations/finding.hpp"
#include "kernel/id_list.hpp"
#include "kernel/text.hpp"
#include "plan/recommendations/rules.hpp"
#include <algorithm>

namespace openmasa::recommendations {

Result<Whole> find_for(store::Db& db, const Scope& scope, Permission permission,
                       const RecommendationId& id, std::int64_t version) {
    auto whole = find_whole(db, scope, id);
    if (!whole || whole->it.withdrawn || !scope.may(permission, whole->it.owner, id.view()))
        return not_found();
    if (whole->it.version != version)
        return conflict("Somebody changed this while you were writing. What they saved comes first "
                        "below; yours follows, as you left it.");
    return std::move(*whole);
}

Result<Done> join_whole(store::Db& db, const Scope& scope, Whole& whole, const RecommendationId& to,
                        std::string_view why, int likeness) {
    const auto other = find_recommendation(db, scope, to);
    if (!other) return not_found();
    auto reason = why_not_joined(whole.it, !joined_to(db, scope, whole.it.id).empty(), *other);
    if (!reason.empty()) return invalid("to", std::move(reason));
    whole.it.joined_to = to;
    whole.it.joined_on = scope.today;
    whole.it.joined_why = trimmed(why);
    whole.it.joined_likeness = std::clamp(likeness, 0, 100);
    return Done{};
}

Result<std::string> linked_actions(store::Db& db, const Scope& scope, std::string_view before,
                                   const std::vector<plan::ActionId>& chosen) {
    std::vector<plan::ActionId> linked;
    for (const auto& id : ids_in<plan::ActionId>(before))
        if (!plan::find_action(db, scope, id)) linked.push_back(id);
    for (const auto& id : chosen) {
        if (std::ranges::count(linked, id)) continue;
        const auto action = plan::find_action(db, scope, id);
        if (!action || action->withdrawn)
            return invalid("actions", "One of these actions is no longer there.");
        linked.push_back(id);
    }
    return text_of(linked);
}

} // namespace openmasa::recommendations
