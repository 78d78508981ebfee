#pragma once
// The queries that find gaps: each rule's is written once, and counts or lists.
#include "plan/owed/gaps.hpp"
#include "store/db.hpp"
#include "web/listing/paging.hpp"

namespace openmasa::owed {

/// All gaps of these plans; nothing for somebody who may not read them. Whoever reads single
/// records is told what their actions lack, and nothing of what they stand in.
std::vector<GapCount> count_gaps(store::Db& db, const Scope& scope, const plan::PlanId& plan);
std::vector<GapCount> count_gaps(store::Db& db, const Scope& scope,
                                 const std::vector<plan::Plan>& plans);
/// One page of the rows of a rule, in the plan's order; only where they are listed nowhere else.
std::vector<GapRow> gap_rows(store::Db& db, const Scope& scope, Gap gap, const plan::PlanId& plan,
                             const listing::Paging& paging);

} // namespace openmasa::owed
