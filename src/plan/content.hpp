#pragma once
// What the history keeps of the plan register's records: names and values, as people read them.
#include "core/audit/audit.hpp"
#include "plan/plan.hpp"

namespace openmasa::plan {

audit::Content content_of(const Plan& plan);
/// `why` it was withdrawn; empty when it stands.
audit::Content content_of(const Section& section, std::string_view why);
audit::Content content_of(const Objective& objective, std::string_view why);
audit::Content content_of(const Action& action);

} // namespace openmasa::plan
