#pragma once
// The register of actions, described once: what the list's downloads hold.
#include "core/registers/register.hpp"
#include "plan/actions/filter.hpp"
#include "web/listing/paging.hpp"

namespace openmasa::plan {

extern const registers::Register action_register;

/// Every row that the filter lets through, of one plan or of all; those of one page when it is
/// given.
registers::EachRow each_action(store::Db& db, const Scope& scope, const std::optional<PlanId>& plan,
                               const ActionFilter& filter,
                               const std::optional<listing::Paging>& paging = {});

} // namespace openmasa::plan
