#pragma once
// Decisions about what was typed; nothing but values in and out.
#include "kernel/result.hpp"
#include "plan/drafting/drafts.hpp"
#include <vector>

namespace openmasa::drafting {

/// Everything that is wrong, at once.
std::vector<Problem> problems_with(const PlanDraft& draft);
std::vector<Problem> problems_with(const PriorityDraft& draft);
std::vector<Problem> problems_with(const ObjectiveDraft& draft);
std::vector<Problem> problems_with(const ActionDraft& draft);
/// Why these words are no date although they were meant as one; empty where there is nothing to
/// ask.
std::string why_no_date(const ActionDraft& draft);

/// The forms as they stand before anybody typed.
PlanDraft as_it_stands(const plan::Plan& plan);
PriorityDraft as_it_stands(const plan::Section& section);
ObjectiveDraft as_it_stands(const plan::Objective& objective);

} // namespace openmasa::drafting
