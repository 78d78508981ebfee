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
/// Evidence has a title, and says what it shows, gives a link or comes with a file.
std::vector<Problem> problems_with(const AddEvidence& command);
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
