#pragma once
#include "plan/actions/action_views.hpp"

namespace openmasa::plan {

/// "What happened": progress, newest first.
Html progress_section(const ActionPage& page);
/// Every version with what changed, when and by whom.
Html every_change(const ActionPage& page);

} // namespace openmasa::plan
