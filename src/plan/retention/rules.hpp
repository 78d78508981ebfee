#pragma once
// When a record may be destroyed, and by whom; nothing but values in and out.
#include "kernel/result.hpp"
#include "plan/retention/retention.hpp"
#include <span>

namespace openmasa::retention {

/// The rule in force for that kind on that day; nothing where there is none.
const KeepRule* rule_for(std::span<const KeepRule> rules, std::string_view kind, Day today);
/// What may be destroyed today, the longest due first. What is on hold may not, nor what holds it
/// or is held in it; and what is in a plan that is due goes with the plan.
std::vector<DueRecord> due(std::span<const KeepRule> rules, std::span<const Kept> records,
                           std::span<const Hold> holds, Day today);
/// Two different people, both signed in.
Result<Done> may_confirm(const Destruction& destruction, const Scope& scope);

} // namespace openmasa::retention
