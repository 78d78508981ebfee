#include "core/access/scope.hpp"
#include <algorithm>

namespace openmasa {

bool Scope::may(Permission permission) const {
    if (permission == Permission::anyone) return true;
    if (permission == Permission::own_account) return signed_in();
    if (!lends(permission)) return false;
    if (looking_back && !only_reads(permission)) return false;
    return std::ranges::any_of(
        holdings, [&](const Holding& held) { return reach(held.role, permission) != Reach::none; });
}

bool Scope::may(Permission permission, const std::optional<OwnerId>& owner) const {
    if (!lends(permission)) return false;
    if (looking_back && !only_reads(permission)) return false;
    return std::ranges::any_of(holdings, [&](const Holding& held) {
        const auto far = reach(held.role, permission);
        return far == Reach::everywhere ||
               (far == Reach::within && owner.has_value() && held.owner == owner);
    });
}

std::vector<OwnerId> Scope::acts_for(Permission permission) const {
    std::vector<OwnerId> owners;
    if (!lends(permission)) return owners;
    for (const auto& held : holdings)
        if (held.owner && reach(held.role, permission) == Reach::within)
            owners.push_back(*held.owner);
    return owners;
}

bool Scope::lends(Permission permission) const {
    return !only_for || std::ranges::count(*only_for, permission) > 0;
}

Scope command_line_scope(Moment now, Randomness& randomness) {
    return {.person = {},
            .account = {},
            .known_as = "Command line",
            .holdings = {{Role::administrator, {}}, {Role::business_unit, {}}},
            .from = "command line",
            .now = now,
            .today = london_day(now),
            .randomness = &randomness};
}

} // namespace openmasa
