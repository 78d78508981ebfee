#pragma once
// What the pages of this area ask for: everybody who is signed in with a role reads figures; those
// who keep the partnership's records, and its analysts, load them.
#include "core/access/scope.hpp"

namespace openmasa::intelligence {

inline constexpr Permission read_figures = Permission::read_figures;
inline constexpr Permission load_figures = Permission::load_figures;

inline bool may_load(const Scope& scope) {
    return scope.may(load_figures);
}

} // namespace openmasa::intelligence
