#pragma once
// Decisions about a priority over time; nothing but values in and out.
#include "kernel/result.hpp"
#include "plan/plan.hpp"

namespace openmasa::priorities {

struct SayAdoption {
    plan::SectionId id;
    std::int64_t version = 0;
    /// As typed.
    std::string adopted_on, adopted_by, adopted_evidence;
    std::string prevalence, pathways, commissioning, impact;
};
std::vector<Problem> problems_with(const SayAdoption& command, Day today);

struct Review {
    plan::SectionId id;
    std::int64_t version = 0;
    /// As typed.
    std::string held_on;
    std::optional<plan::Outcome> outcome;
    std::string words;
};
std::vector<Problem> problems_with(const Review& command, const plan::Section& section, Day today);

/// The fields with what was typed or stands.
SayAdoption as_it_stands(const plan::Section& section);

} // namespace openmasa::priorities
