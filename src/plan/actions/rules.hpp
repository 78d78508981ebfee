#pragma once
// When an action may change, and what must be said; nothing but values in and out.
#include "kernel/result.hpp"
#include "plan/actions/actions.hpp"
#include "plan/plan.hpp"

namespace openmasa::plan {

/// New words for the date that were not understood would leave the action without a deadline: they
/// are refused until the person says that they are meant.
std::vector<Problem> problems_with(const ChangeAction& command, const Action& action);

bool has_new_date_words(const ChangeAction& command, const Action& action);
/// Why the new words for the date are no date, as a sentence; empty when they are the old ones, are
/// understood, or say plainly that there is no date ("TBC").
std::string why_no_date(const ChangeAction& command, const Action& action);

/// The steps that a target date's reading gives. One whose date is among `before` stays what it
/// was: its id, what it is for, when it was done.
std::vector<Step> steps_from(const TargetDate& understood, std::vector<Step> before,
                             const Scope& scope);

} // namespace openmasa::plan
