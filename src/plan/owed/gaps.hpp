#pragma once
// What a plan lacks: each gap is one rule, counted by one query, with the rows that it counts. The
// counts of actions are those of plan/tally.hpp, so that Home and every list say the same.
#include "plan/plan.hpp"
#include "plan/tally.hpp"
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::owed {

enum class Gap {
    without_owner,
    undated,
    /// Of the undated: words are there, and they are no date.
    unread,
    without_update,
    unproven,
    silent_stop,
    /// Led by somebody who has left, or whose leaving is known.
    lead_left,
    priority_owner,
    priority_chair,
    priority_difference,
    empty_objective
};
inline constexpr std::array all_gaps = {
    Gap::without_owner,       Gap::undated,        Gap::unread,
    Gap::without_update,      Gap::unproven,       Gap::silent_stop,
    Gap::lead_left,           Gap::priority_owner, Gap::priority_chair,
    Gap::priority_difference, Gap::empty_objective};
/// "no-date", for addresses and the database.
std::string_view to_text(Gap gap);
bool from_text(std::string_view text, Gap& gap);

/// How many rows of one plan a rule finds.
struct GapCount {
    Gap gap{};
    plan::PlanId plan;
    int rows = 0;
};

/// A row that a rule finds: an action, a priority or an objective.
struct GapRow {
    std::string id, reference, title, remark;
};

/// By Gap.
using GapCounts = std::array<int, all_gaps.size()>;
inline int count_of(const GapCounts& counts, Gap gap) {
    return counts[static_cast<std::size_t>(gap)];
}
/// Of one plan, or of all that are there.
GapCounts gaps_of(const std::vector<GapCount>& counts, const std::optional<plan::PlanId>& plan);
/// How many gaps there are in all; what is counted within another one counts once.
int sum_of(const GapCounts& counts);

/// The gaps that a plan's tally knows.
std::vector<GapCount> counts_of(const plan::Tally& tally, const plan::PlanId& plan);

/// Where exactly the rows are that a number counts.
std::string rows_address(Gap gap, const plan::PlanId& plan);
/// Where somebody who may change actions mends several at once; empty where each is mended by
/// itself.
std::string mend_address(Gap gap, const plan::PlanId& plan);
/// Whether the list of these rows stands elsewhere: a filter of the plan's actions.
bool is_listed_elsewhere(Gap gap);
/// Where the row is mended, for somebody who may change it: a form. For others the page of the
/// record.
std::string row_address(Gap gap, const GapRow& row, bool may_change);

/// What is said of a gap, before the partnership's own words are put in (terms::Words::say()).
struct GapWords {
    std::string_view one, several, why, well, mend;
};
const GapWords& words_of(Gap gap);

} // namespace openmasa::owed
