#pragma once
// With what right somebody asks, as the audit keeps it: no names, only what they are held for by
// id.
#include "core/access/scope.hpp"
#include <string>

namespace openmasa {

/// The holdings that grant the permission: "business_unit", "agency_lead 01k...", "scrutineer on
/// section 01k...", several with ", " between; "anyone" and "own_account" for what needs no role.
std::string right_for(const Scope& scope, Permission permission);

/// The right that an audit entry names: what the router found, else every role that is held;
/// "command line" for the machine's administrator, "anyone" for somebody not signed in.
std::string right_of(const Scope& scope);

} // namespace openmasa
