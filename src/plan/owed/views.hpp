#pragma once
// An owner's page. Ready data only.
#include "core/terms/words.hpp"
#include "plan/open_responses.hpp"
#include "plan/owed/owed.hpp"
#include "web/html.hpp"

namespace openmasa::owed {

struct OwnerPage {
    access::Owner owner;
    Selection selection;
    Day today{};
    terms::Words words{};
    /// Of the plans that count, plan by plan; and the plans themselves.
    std::vector<OwedInPlan> parts;
    std::vector<plan::Plan> plans;
    listing::Paging paging;
    std::vector<OwedAction> actions;
    /// "Restricted", where a row is, in the order of the rows.
    std::vector<Html> tags;
    std::vector<OwnedPriority> priorities;
    std::vector<plan::TallyGroup> groups;
    /// The page of the agency that it is; empty where it is none.
    std::string about;
    plan::OwedAnswers answers{};
};
Html owner_view(const OwnerPage& page);

/// What an owner is: "agency" as the partnership says it, "group", "office", "seat".
std::string said_type(const terms::Words& words, access::OwnerType type);

} // namespace openmasa::owed
