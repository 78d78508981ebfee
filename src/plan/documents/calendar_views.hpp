#pragma once
// The page of a plan's calendar, from ready data.
#include "core/accounts/record_link.hpp"
#include "core/terms/words.hpp"
#include "plan/plan.hpp"
#include "web/html.hpp"

namespace openmasa::plan_documents {

struct CalendarPage {
    plan::Plan plan;
    terms::Words words{};
    Html form_token{};
    /// Whether this reader may give feeds and take them back; only then they are listed.
    bool may_give = false;
    std::vector<accounts::RecordLink> links{};
    Moment now{};
    /// As typed.
    std::string holder{}, days = "182";
    std::vector<Problem> problems{};
};
Html calendar_view(const CalendarPage& page);

/// A feed that was made just now.
struct FeedGiven {
    plan::Plan plan;
    std::string holder, address;
    Moment until{};
};
Html feed_given_view(const FeedGiven& page);

} // namespace openmasa::plan_documents
