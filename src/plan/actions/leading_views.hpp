#pragma once
// The form that says who does an action, and what of it an action's page shows. Ready data only.
#include "plan/actions/form_views.hpp"
#include "plan/actions/leading.hpp"

namespace openmasa::plan {

/// What somebody can choose from.
struct WhoPage {
    FormPage form;
    std::vector<Candidate> candidates;
    std::vector<access::Owner> owners;
};
Html who_form(const WhoPage& page, const SayWho& typed);

/// As terms of a list of facts; nothing for what nobody said.
Html taking_part_facts(const Action& action, const TakingPart& part, Day today);

} // namespace openmasa::plan
