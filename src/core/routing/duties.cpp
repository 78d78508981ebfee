#include "core/routing/duties.hpp"
#include "core/routing/route.hpp"
#include <algorithm>

namespace openmasa {
namespace {

std::vector<Duty> all_open(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                           const Answerer& who) {
    std::vector<Duty> all;
    for (const auto& feature : features) {
        if (!feature.duties.open) continue;
        for (auto& duty : feature.duties.open(db, scope, who)) {
            duty.feature = feature.name;
            all.push_back(std::move(duty));
        }
    }
    return all;
}

/// Those that this person's handle does not show are counted and nothing else.
int count_restricted(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                     const Answerer& who, std::size_t shown) {
    if (!scope.something_restricted) return 0;
    const store::Db::Plainly plainly(db);
    return static_cast<int>(all_open(db, scope, features, who).size() - shown);
}

} // namespace

OpenDuties duties_of(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                     const Answerer& who) {
    OpenDuties open{.shown = all_open(db, scope, features, who)};
    open.restricted = count_restricted(db, scope, features, who, open.shown.size());
    return open;
}

OpenDuties duties_of(Context& context, const Answerer& who) {
    if (!context.features) return {};
    return duties_of(context.db, context.scope, *context.features, who);
}

std::vector<Duty> shown_duties(Context& context, const Answerer& who) {
    if (!context.features) return {};
    return all_open(context.db, context.scope, *context.features, who);
}

Result<Done> settle(store::Db& db, const Scope& scope, const std::vector<Module>& features,
                    const Duty& duty, const Answerer& from, const Settlement& settlement) {
    if (settlement.fate == Fate::stays) return Done{};
    for (const auto& feature : features)
        if (feature.name == duty.feature && feature.duties.settle)
            return feature.duties.settle(db, scope, duty, from, settlement);
    return not_found();
}

} // namespace openmasa
