#pragma once
// Who may ask owners how actions stand (updates/), and the way there from the pages of a plan.
#include "core/access/scope.hpp"
#include "plan/plan.hpp"
#include "web/html.hpp"

namespace openmasa::plan {

/// Whoever may change the plan's actions; a chair about the priorities that their group owns.
bool may_ask_for_updates(const Scope& scope, const std::optional<OwnerId>& section_owner);
/// "Ask for updates", for those who may ask about all of the plan.
Html asking_verb(const Scope& scope, const Plan& plan);

} // namespace openmasa::plan
