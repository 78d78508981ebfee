#include "core/access/right.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace openmasa {
namespace {

std::string one(const Holding& held) {
    if (held.record)
        return fmt::format("{} on {} {}", to_text(held.role), held.record->kind, held.record->id);
    if (!held.owner) return std::string(to_text(held.role));
    return fmt::format("{} {}", to_text(held.role), held.owner->view());
}

template<class Wanted> std::string list(const Scope& scope, Wanted wanted) {
    std::vector<std::string> rights;
    for (const auto& held : scope.holdings)
        if (wanted(held)) rights.push_back(one(held));
    std::ranges::sort(rights);
    return join(rights, ", ");
}

} // namespace

std::string right_for(const Scope& scope, Permission permission) {
    if (permission == Permission::anyone) return "anyone";
    if (permission == Permission::own_account) return "own_account";
    return list(scope, [&](const Holding& held) {
        return reach(held.role, permission) != Reach::none &&
               (!held.record || reaches_one_record(permission));
    });
}

std::string right_of(const Scope& scope) {
    if (!scope.right.empty()) return scope.right;
    if (!scope.person) return scope.holdings.empty() ? "anyone" : "command line";
    auto held = list(scope, [](const Holding&) { return true; });
    return held.empty() ? "own_account" : held;
}

} // namespace openmasa
