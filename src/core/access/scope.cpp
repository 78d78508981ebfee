#include "core/access/scope.hpp"
#include <algorithm>

namespace openmasa {
namespace {

/// How far a holding goes: on one record a role is as good as one that is held within something,
/// for what can be done to one record.
Reach reach_of(const Holding& held, Permission permission) {
    const auto far = reach(held.role, permission);
    if (!held.record || far == Reach::none) return far;
    return reaches_one_record(permission) ? Reach::within : Reach::none;
}

bool reaches(const Holding& held, std::string_view record) {
    return std::ranges::find(held.reached, record) != held.reached.end();
}

} // namespace

bool Scope::may(Permission permission) const {
    if (permission == Permission::anyone) return true;
    if (permission == Permission::own_account) return signed_in();
    if (!lends(permission)) return false;
    if (looking_back && !only_reads(permission)) return false;
    return std::ranges::any_of(
        holdings, [&](const Holding& held) { return reach_of(held, permission) != Reach::none; });
}

bool Scope::may(Permission permission, const std::optional<OwnerId>& owner) const {
    if (!lends(permission)) return false;
    if (looking_back && !only_reads(permission)) return false;
    return std::ranges::any_of(holdings, [&](const Holding& held) {
        const auto far = reach_of(held, permission);
        return far == Reach::everywhere ||
               (far == Reach::within && owner.has_value() && held.is_within(*owner));
    });
}

bool Scope::may(Permission permission, const std::optional<OwnerId>& owner,
                std::string_view record) const {
    if (may(permission, owner)) return true;
    if (!may(permission)) return false;
    return std::ranges::any_of(holdings, [&](const Holding& held) {
        return held.record && reach_of(held, permission) != Reach::none && reaches(held, record);
    });
}

bool Scope::reads_single_records() const {
    return !holdings.empty() && std::ranges::all_of(holdings, [](const Holding& held) {
        return held.record.has_value();
    });
}

bool Scope::reads(std::string_view record) const {
    return !reads_single_records() || std::ranges::any_of(holdings, [&](const Holding& held) {
        return reaches(held, record);
    });
}

std::vector<OwnerId> Scope::acts_for(Permission permission) const {
    std::vector<OwnerId> owners;
    if (!lends(permission)) return owners;
    for (const auto& held : holdings) {
        if (!held.owner || reach_of(held, permission) != Reach::within) continue;
        owners.push_back(*held.owner);
        if (held.group) owners.push_back(*held.group);
    }
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
