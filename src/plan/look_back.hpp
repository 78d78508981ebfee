#pragma once
// The plan register as it was on a day: what its tables' twins say (core/history/as_at.hpp).
#include "core/history/as_at.hpp"
#include "store/lens.hpp"

namespace openmasa::plan {

/// Shows plans, sections, objectives, actions with their steps and notes, progress, evidence and
/// imports as they were; recommendations with their sources, evidence, moves and responses. The
/// names of owners and people are today's.
void look_back(store::Lens& lens, const history::AsAt& as_at);

} // namespace openmasa::plan
