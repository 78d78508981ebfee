#include "plan/broken/rules.hpp"
#include "core/clocks/due.hpp"
#include "kernel/enum_words.hpp"
#include "kernel/target_date.hpp"
#include "plan/recommendation_moves.hpp"
#include <algorithm>

namespace openmasa::broken {
namespace {

using enum Permission;

constexpr Words all_words[] = {
    {Break::no_lead, "no-lead", "Nobody leads it",
     "It was accepted, and no group and no person answers for it.", "Somebody leads each of them",
     "change#owner", "Say who leads it", keep_recommendations},
    {Break::no_date, "no-date", "No date",
     "It was accepted, and nobody said by when, or in words that are no date.", "Each has a date",
     "change#due", "Say by when", keep_recommendations},
    {Break::no_answer, "no-answer", "[Agencies] have not answered",
     "They are late with their answers, or nobody asked them.",
     "Every [agency] that was asked has answered, or has time left", "ask", "Ask them",
     keep_recommendations},
    {Break::no_action, "no-action", "No action carries it out",
     "It is in progress, and no action of [a plan] is linked.",
     "Each in progress is carried out by an action", "actions", "Link its actions",
     answer_recommendation},
    {Break::unproven, "no-evidence", "Complete without evidence",
     "Its actions are said to be complete, and nothing shows that it was done.",
     "Evidence shows what is complete", "evidence?shows=completion", "Add what shows it",
     answer_recommendation},
    {Break::no_impact, "no-impact", "Complete, impact not shown in time",
     "The clock for it has run out, and nobody knows yet whether anything changed for children.",
     "Nothing is complete whose impact should have been shown by now", "evidence?shows=impact",
     "Add evidence of impact", answer_recommendation},
    {Break::superseded_by_ended, "superseded", "Superseded by something that ended",
     "What took its place was not accepted, was closed, or is not known.",
     "What was superseded is followed on", "moves/reopen", "Open it again", keep_recommendations},
};
static_assert(std::size(all_words) == all_breaks.size());

bool is_accepted(State state) {
    return recommendations::is_outstanding(state);
}

bool is_complete(State state) {
    return state == State::actions_complete || state == State::impact_tested ||
           state == State::embedded;
}

/// It is followed on where what took its place is open, or came to its good end.
bool is_followed_on(const std::optional<State>& superseding) {
    return superseding &&
           (!recommendations::is_end(*superseding) || *superseding == State::embedded);
}

/// "Ongoing" does, "32 Octember" does not.
bool means_something(std::string_view words) {
    return !words.empty() && understand_date(words).kind != TargetDate::Kind::unknown;
}

/// Whether that clock, started on that day, is late today.
bool has_run_out(recommendations::Clock clock, const Followed& one, Day from, Day today,
                 const Clocks& under) {
    const auto* rule = under.rules.find(recommendations::to_text(clock), from, one.owner);
    return rule && today > clocks::due(*rule, from, under.holidays).due;
}

bool is_broken(const Followed& one, Break kind, Day today, const Clocks& under) {
    using enum recommendations::Clock;
    switch (kind) {
    case Break::no_lead: return is_accepted(one.state) && !one.has_lead;
    case Break::no_date:
        return is_accepted(one.state) && !one.has_date && !means_something(one.date_words);
    case Break::no_answer:
        return is_accepted(one.state) &&
               (one.late_answers > 0 ||
                (one.never_asked > 0 &&
                 has_run_out(response, one, one.accepted_on.value_or(one.since), today, under)));
    case Break::no_action: return one.state == State::in_progress && one.actions == 0;
    case Break::unproven: return is_complete(one.state) && one.completion_evidence == 0;
    case Break::no_impact:
        return one.state == State::actions_complete && one.impact_evidence == 0 &&
               has_run_out(impact, one, one.since, today, under);
    case Break::superseded_by_ended:
        return one.state == State::superseded && !is_followed_on(one.superseding);
    }
    return false;
}

} // namespace

std::string_view to_text(Break kind) {
    return words_of(kind).text;
}
bool from_text(std::string_view text, Break& kind) {
    for (const auto& words : all_words)
        if (words.text == text) {
            kind = words.kind;
            return true;
        }
    return false;
}
const Words& words_of(Break kind) {
    return all_words[static_cast<std::size_t>(kind)];
}

Mend mend_of(const Followed& one, Break kind) {
    if (kind == Break::no_answer && one.late_answers > 0) return {"remind", "Remind them"};
    return {words_of(kind).mended_at, words_of(kind).mend};
}

std::vector<Break> breaks_of(const Followed& one, Day today, const Clocks& under) {
    std::vector<Break> found;
    for (const auto kind : all_breaks)
        if (is_broken(one, kind, today, under)) found.push_back(kind);
    return found;
}

} // namespace openmasa::broken
