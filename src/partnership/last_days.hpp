#pragma once
// What has ended takes nothing new on.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::partnership {

/// What was to hang on that agency, group or office until `to` (nothing: for good), though it has
/// ended by today: a problem of `field`, "Norfolk Care Board ended on 31 Mar 2026.". Nothing where
/// it is there today, or where what hangs on it ended with it.
std::optional<Problem> problem_of_ended(store::Db& db, const Scope& scope, const OwnerId& owner,
                                        std::string_view name, std::string_view field,
                                        const std::optional<Day>& to);

} // namespace openmasa::partnership
