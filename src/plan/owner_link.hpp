#pragma once
// Where everything stands that an agency, a group or an office owes and owns (plan/owed).
#include "core/access/scope.hpp"
#include "web/html.hpp"
#include <string>
#include <string_view>

namespace openmasa::plan {

/// "/owners/01k...".
std::string owner_address(const OwnerId& owner);
/// An owner's name that leads there.
Html owner_link(const OwnerId& owner, std::string_view name);

} // namespace openmasa::plan
