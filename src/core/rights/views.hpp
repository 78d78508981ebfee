#pragma once
// The page of rights, and the page that answers why. Ready data only.
#include "core/restriction/kinds.hpp"
#include "core/restriction/store.hpp"
#include "core/rights/store.hpp"
#include "web/html.hpp"

namespace openmasa::rights {

/// A restriction that this reader may know of, with its record and how many are named.
struct ShownRestriction {
    restriction::Described record;
    Day review_on{};
    int readers = 0, denied = 0;
};
struct RightsPage {
    Day today{};
    terms::Words words{};
    std::vector<HeldFromTo> held;
    std::vector<ShownRestriction> restrictions;
    bool may_see_uses = false;
    bool is_past = false;
};
Html rights_view(const RightsPage& page);

struct WhyPage {
    terms::Words words{};
    /// Empty for somebody who may ask only about themselves.
    std::vector<restriction::Candidate> people;
    std::string person, permission, reference;
    std::optional<Answer> answer;
    std::string who;
    std::vector<Problem> problems;
};
Html why_view(const WhyPage& page);

} // namespace openmasa::rights
