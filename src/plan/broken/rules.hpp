#pragma once
// Which threads of a recommendation are broken on a day; nothing but values in and out.
#include "core/clocks/rule_book.hpp"
#include "kernel/bank_holidays.hpp"
#include "plan/recommendation.hpp"
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::broken {

using recommendations::RecommendationId;
using recommendations::State;

enum class Break {
    no_lead,
    no_date,
    no_answer,
    no_action,
    unproven,
    no_impact,
    superseded_by_ended,
};
inline constexpr std::array all_breaks = {
    Break::no_lead,  Break::no_date,   Break::no_answer,          Break::no_action,
    Break::unproven, Break::no_impact, Break::superseded_by_ended};
/// "no-impact", for addresses.
std::string_view to_text(Break kind);
bool from_text(std::string_view text, Break& kind);

/// How a break is said, and what mends it.
struct Words {
    Break kind;
    std::string_view text;
    /// "Nobody leads it"
    std::string_view title;
    /// Why it matters, or how it is counted.
    std::string_view why;
    /// What is said where none is broken so.
    std::string_view well;
    /// Below the recommendation's page: the form that mends it; what its link says.
    std::string_view mended_at, mend;
    /// What whoever mends it must be allowed.
    Permission who;
};
const Words& words_of(Break kind);

struct Followed;
/// Below the recommendation's page: the form that mends this one, and what its link says.
struct Mend {
    std::string_view at, words;
};
Mend mend_of(const Followed& one, Break kind);

/// What the rule needs of one recommendation.
struct Followed {
    RecommendationId id;
    std::string reference, title;
    std::optional<OwnerId> owner{};
    std::optional<std::string> owner_name{};
    State state = State::proposed;
    Day since{};
    /// When it was accepted last, or brought in as one that was.
    std::optional<Day> accepted_on{};
    /// A date with a last day; and the words of one without, which may still mean something.
    bool has_lead = false, has_date = false;
    std::string date_words{};
    /// Answers of agencies that are overdue; and how many are expected to answer that nobody asked.
    int late_answers = 0;
    int never_asked = 0;
    int actions = 0, completion_evidence = 0, impact_evidence = 0;
    /// Of a superseded one: where what took its place stands; unset when nothing is known of it.
    std::optional<State> superseding{};
};
/// How long answers and impact may take: the rules of the clocks.
struct Clocks {
    const clocks::RuleBook& rules;
    const BankHolidays& holidays;
};
/// In the order of `all_breaks`. Leads and dates are asked of accepted ones on; answers of agencies
/// that nobody asked when the clock "recommendation-response" has run out since it was accepted; an
/// action of what is in progress; evidence of what is complete; impact of what was
/// complete when the clock "recommendation-impact" has run out (issue: complete is not the end); a
/// superseded one is followed in what took its place, which must not have ended without being
/// embedded.
std::vector<Break> breaks_of(const Followed& one, Day today, const Clocks& clocks);

} // namespace openmasa::broken
