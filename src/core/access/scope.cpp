#include "core/access/scope.hpp"
#include <algorithm>

namespace openmasa {

bool Scope::may(Permission permission) const {
    if (permission == Permission::anyone) return true;
    if (permission == Permission::own_account) return signed_in();
    return std::ranges::any_of(holdings,
                               [&](const Holding& held) { return grants(held.role, permission); });
}

bool Scope::may(Permission permission, const std::optional<OwnerId>& owner) const {
    return std::ranges::any_of(holdings, [&](const Holding& held) {
        if (!grants(held.role, permission)) return false;
        return held.role != Role::action_owner || (owner && held.owner == owner);
    });
}

bool Scope::owns(const OwnerId& owner) const {
    return std::ranges::any_of(holdings, [&](const Holding& held) { return held.owner == owner; });
}

Scope command_line_scope(Moment now, Randomness& randomness) {
    return {.person = {},
            .account = {},
            .known_as = "Command line",
            .holdings = {{Role::business_unit, {}}},
            .from = "command line",
            .now = now,
            .today = london_day(now),
            .randomness = &randomness};
}

} // namespace openmasa
