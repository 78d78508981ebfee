#pragma once
#include "plan/actions/list_views.hpp"

namespace openmasa::plan {

/// The quick views above the list: All, Late, Due in 30 days, No date, No owner, Done, no evidence.
Html quick_views(const ListPage& page);
/// The filter beside the list: what is chosen, and what may be.
Html filter_panel(const ListPage& page);

} // namespace openmasa::plan
