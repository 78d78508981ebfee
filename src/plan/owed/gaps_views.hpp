#pragma once
// The pages of gaps. Ready data only.
#include "core/terms/words.hpp"
#include "plan/owed/gaps.hpp"
#include "web/html.hpp"
#include "web/listing/paging.hpp"

namespace openmasa::owed {

/// On the page of all plans, how many plans stand beside a gap.
inline constexpr int most_plans = 5;

struct GapsPage {
    terms::Words words{};
    plan::PlanId plan;
    GapCounts gaps{};
    bool may_change = false;
};
/// "29 gaps of six kinds."
Html gaps_sentence(const GapCounts& gaps);
/// What is missing, each with the rows and what mends it; then what is well.
Html gaps_view(const GapsPage& page);

struct AllGapsPage {
    terms::Words words{};
    /// Those that run.
    std::vector<plan::Plan> plans;
    std::vector<GapCount> counts;
    /// One gap, with every plan that has it.
    std::optional<Gap> only;
};
Html all_gaps_view(const AllGapsPage& page);

struct GapPage {
    terms::Words words{};
    plan::Plan plan;
    Gap gap{};
    listing::Paging paging;
    std::vector<GapRow> rows;
    bool may_change = false;
};
Html gap_view(const GapPage& page);

} // namespace openmasa::owed
