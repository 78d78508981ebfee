#pragma once
// When an action may change, and what must be said; nothing but values in and out.
#include "kernel/result.hpp"
#include "plan/actions/actions.hpp"
#include "plan/plan.hpp"

namespace openmasa::plan {

/// Any status may follow any other: people correct what they recorded. Stopped needs a reason; and
/// something must be new: the status, the words or a step.
std::vector<Problem> problems_with(const RecordProgress& command, const Action& action,
                                   const std::vector<Step>& steps);
/// Evidence has a title, and says what it shows or gives a link.
std::vector<Problem> problems_with(const AddEvidence& command);
std::vector<Problem> problems_with(const ChangeAction& command);

/// The steps that a target date's reading gives, each with a new id.
std::vector<Step> steps_from(const TargetDate& understood, const Scope& scope);

} // namespace openmasa::plan
