#pragma once
// What a plan is, in the partnership's own words.
#include "core/terms/words.hpp"
#include "plan/plan.hpp"

namespace openmasa::plan {

/// "Locality plan", or "Locality roadmap" where a plan is called so; for pages.
std::string said_type(const terms::Words& words, PlanType type);

} // namespace openmasa::plan
