#include "plan/owed/gaps.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace openmasa::owed {
namespace {

using plan::Counted;

struct Row {
    std::string_view text;
    GapWords words;
    /// What a tally counts, and which filter of the list shows it.
    std::optional<Counted> counted{};
    /// Where several are mended at once, below their plan.
    std::string_view mends_at{};
};
constexpr Row rows[] = {
    {"no-owner",
     {"open action without an owner", "open actions without an owner",
      "Nobody is asked for progress.", "Every open action has an owner.", "Find an owner"},
     Counted::without_owner,
     "/actions/bulk?owner=none"},
    {"no-date",
     {"open action without a date", "open actions without a date",
      "Without a date nobody can say what is late.", "Every open action has a date.",
      "Give a date"},
     Counted::undated,
     "/actions/bulk?due=none"},
    {"no-date-in-words",
     {"open action whose date says something that is no date",
      "open actions whose dates say something that is no date",
      "Counted among those without a date: what stands there could not be read.",
      "Every date that is written can be read.",
      {}}},
    {"no-update",
     {"open action with nothing recorded for three months",
      "open actions with nothing recorded for three months",
      "What was said last may no longer be so.",
      "Every open action was updated in the last three months.", "Ask for updates"},
     Counted::without_update,
     "/updates/ask"},
    {"no-evidence",
     {"action done without evidence", "actions done without evidence",
      "Counted as done, and nothing shows it.", "What is done is shown to be done.",
      "Add it to each"},
     Counted::unproven},
    {"no-reason",
     {"action stopped without a reason",
      "actions stopped without a reason",
      "Nobody can say later why.",
      "Whatever was stopped says why.",
      {}}},
    {"lead-left",
     {"open action led by somebody who leaves",
      "open actions led by somebody who leaves",
      "Nobody will see it through unless somebody takes it over.",
      "Whoever leads an action is still there.",
      {}}},
    {"no-group",
     {"[priority] without an owner",
      "[priorities] without an owner",
      "Nobody answers for the whole of it.",
      "Every [priority] has an owner.",
      {}}},
    {"no-chair",
     {"[priority] without a chair",
      "[priorities] without a chair",
      "Nobody can be asked to decide.",
      "Every [priority] has a chair.",
      {}}},
    {"no-difference",
     {"[priority] that does not say the difference we will see",
      "[priorities] that do not say the difference we will see",
      "Nobody can tell later whether it came about.",
      "Every [priority] says the difference we will see.",
      {}}},
    {"no-actions",
     {"objective without actions",
      "objectives without actions",
      "Nothing is planned to bring it about.",
      "Every objective has actions.",
      {}}},
};
static_assert(std::size(rows) == all_gaps.size());

const Row& row_of(Gap gap) {
    return rows[static_cast<std::size_t>(gap)];
}

} // namespace

std::string_view to_text(Gap gap) {
    return row_of(gap).text;
}

bool from_text(std::string_view text, Gap& gap) {
    const auto found = std::ranges::find(all_gaps, text, [](Gap one) { return to_text(one); });
    if (found == all_gaps.end()) return false;
    gap = *found;
    return true;
}

GapCounts gaps_of(const std::vector<GapCount>& counts, const std::optional<plan::PlanId>& plan) {
    GapCounts gaps{};
    for (const auto& count : counts)
        if (!plan || count.plan == *plan) gaps[static_cast<std::size_t>(count.gap)] += count.rows;
    return gaps;
}

int sum_of(const GapCounts& counts) {
    int sum = 0;
    for (auto gap : all_gaps)
        if (gap != Gap::unread) sum += count_of(counts, gap);
    return sum;
}

std::vector<GapCount> counts_of(const plan::Tally& tally, const plan::PlanId& plan) {
    std::vector<GapCount> counts;
    for (auto gap : all_gaps)
        if (const auto counted = row_of(gap).counted)
            counts.push_back({gap, plan, plan::count_of(*counted, tally)});
    return counts;
}

std::string rows_address(Gap gap, const plan::PlanId& plan) {
    if (const auto counted = row_of(gap).counted) return plan::address_of(*counted, plan);
    return fmt::format("/plans/{}/gaps/{}", plan.view(), to_text(gap));
}

std::string mend_address(Gap gap, const plan::PlanId& plan) {
    const auto& row = row_of(gap);
    if (row.words.mend.empty()) return {};
    return row.mends_at.empty() ? rows_address(gap, plan)
                                : fmt::format("/plans/{}{}", plan.view(), row.mends_at);
}

bool is_listed_elsewhere(Gap gap) {
    return row_of(gap).counted.has_value();
}

std::string row_address(Gap gap, const GapRow& row, bool may_change) {
    const auto form = [&](std::string_view below) { return may_change ? below : ""; };
    if (gap == Gap::unread) return fmt::format("/actions/{}{}", row.id, form("/change"));
    if (gap == Gap::lead_left) return fmt::format("/actions/{}{}", row.id, form("/who"));
    if (gap == Gap::silent_stop) return fmt::format("/actions/{}{}", row.id, form("/progress"));
    if (gap == Gap::empty_objective)
        return fmt::format("/objectives/{}{}", row.id, form("/actions/add"));
    return fmt::format("/priorities/{}{}", row.id, form("/change"));
}

const GapWords& words_of(Gap gap) {
    return row_of(gap).words;
}

} // namespace openmasa::owed
