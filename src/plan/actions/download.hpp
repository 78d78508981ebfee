#pragma once
// The rows of the list of actions, as CSV or JSON: the same rows, the same columns.
#include "plan/actions/filter.hpp"
#include "store/db.hpp"
#include "web/listing/download.hpp"
#include <string>

namespace openmasa::plan {

/// Every row that the filter lets through, of one plan or of all.
std::string actions_as(listing::Format format, store::Db& db, const Scope& scope,
                       const std::optional<PlanId>& plan, const ActionFilter& filter);

} // namespace openmasa::plan
