#pragma once
// What a person sent about an action's progress, read from the form that asked for it.
#include "core/routing/context.hpp"
#include "plan/actions/actions.hpp"

namespace openmasa::plan {

/// The version that stood in the form; 0 when there was none.
std::int64_t version_of(const Context& context);
RecordProgress read_progress(const Context& context, const ActionId& id);
/// The form as it is first shown.
RecordProgress as_it_stands(const Action& action, const std::vector<Step>& steps);

} // namespace openmasa::plan
