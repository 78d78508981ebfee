#include "plan/recommendation_moves.hpp"
#include "kernel/enum_words.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <iterator>

namespace openmasa::recommendations {
namespace {

using enum State;
using enum Permission;

constexpr EnumWords<Move> move_words[] = {
    {Move::accept, "accept", "Accept"},
    {Move::refuse, "refuse", "Do not accept"},
    {Move::start, "start", "Start work"},
    {Move::complete, "complete", "Actions are complete"},
    {Move::test, "test", "Impact was shown"},
    {Move::embed, "embed", "It is embedded"},
    {Move::go_on, "go_on", "More is to be done"},
    {Move::supersede, "supersede", "Superseded by another"},
    {Move::close, "close", "Close with a reason"},
    {Move::reopen, "reopen", "Open again"},
};

// Source of the shape: the life of a recommendation in the composite action plan (annual report
// 2024-25: accepted by the delegated partners, carried out by priority groups, closed by
// superseding, kept open with a reason) and of its impact (system 8 of the mission).
constexpr Row table[] = {
    {.move = Move::accept,
     .from = proposed,
     .to = accepted,
     .who = decide_recommendation,
     .complete = {Need::source, Need::home, Need::kind},
     .asks = {Asked::by},
     .starts = {Clock::response},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::accept,
     .from = not_accepted,
     .to = accepted,
     .who = decide_recommendation,
     .complete = {Need::source, Need::home, Need::kind},
     .asks = {Asked::by, Asked::comment},
     .starts = {Clock::response},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::refuse,
     .from = proposed,
     .to = not_accepted,
     .who = decide_recommendation,
     .complete = {Need::source},
     .asks = {Asked::by, Asked::comment},
     .tells = {Told::lead, Told::keepers}},
    {.move = Move::refuse,
     .from = accepted,
     .to = not_accepted,
     .who = decide_recommendation,
     .complete = {Need::source},
     .asks = {Asked::by, Asked::comment},
     .stops = {Clock::response},
     .tells = {Told::lead, Told::expected, Told::keepers}},
    {.move = Move::start,
     .from = accepted,
     .to = in_progress,
     .who = answer_recommendation,
     .complete = {Need::lead, Need::due},
     .tells = {Told::keepers}},
    {.move = Move::complete,
     .from = in_progress,
     .to = actions_complete,
     .who = answer_recommendation,
     .complete = {Need::action, Need::actions_ended, Need::answers, Need::completion_evidence},
     .starts = {Clock::impact},
     .stops = {Clock::response},
     .tells = {Told::keepers}},
    {.move = Move::test,
     .from = actions_complete,
     .to = impact_tested,
     .who = judge_recommendation,
     .complete = {Need::impact_evidence},
     .asks = {Asked::by, Asked::comment},
     .stops = {Clock::impact},
     .tells = {Told::lead, Told::keepers}},
    {.move = Move::embed,
     .from = impact_tested,
     .to = embedded,
     .who = judge_recommendation,
     .complete = {Need::impact_evidence},
     .asks = {Asked::by, Asked::comment},
     .tells = {Told::lead, Told::expected, Told::keepers}},
    {.move = Move::go_on,
     .from = actions_complete,
     .to = in_progress,
     .who = judge_recommendation,
     .asks = {Asked::by, Asked::comment},
     .stops = {Clock::impact},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::go_on,
     .from = impact_tested,
     .to = in_progress,
     .who = judge_recommendation,
     .asks = {Asked::by, Asked::comment},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::supersede,
     .from = accepted,
     .to = superseded,
     .who = keep_recommendations,
     .asks = {Asked::comment, Asked::superseded},
     .stops = {Clock::response},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::supersede,
     .from = in_progress,
     .to = superseded,
     .who = keep_recommendations,
     .asks = {Asked::comment, Asked::superseded},
     .stops = {Clock::response},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::supersede,
     .from = actions_complete,
     .to = superseded,
     .who = keep_recommendations,
     .asks = {Asked::comment, Asked::superseded},
     .stops = {Clock::impact},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::supersede,
     .from = impact_tested,
     .to = superseded,
     .who = keep_recommendations,
     .asks = {Asked::comment, Asked::superseded},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::close,
     .from = accepted,
     .to = closed,
     .who = keep_recommendations,
     .asks = {Asked::by, Asked::comment},
     .stops = {Clock::response},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::close,
     .from = in_progress,
     .to = closed,
     .who = keep_recommendations,
     .asks = {Asked::by, Asked::comment},
     .stops = {Clock::response},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::close,
     .from = actions_complete,
     .to = closed,
     .who = keep_recommendations,
     .asks = {Asked::by, Asked::comment},
     .stops = {Clock::impact},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::close,
     .from = impact_tested,
     .to = closed,
     .who = keep_recommendations,
     .asks = {Asked::by, Asked::comment},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::reopen,
     .from = superseded,
     .to = accepted,
     .who = keep_recommendations,
     .asks = {Asked::by, Asked::comment},
     .starts = {Clock::response},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::reopen,
     .from = closed,
     .to = accepted,
     .who = keep_recommendations,
     .asks = {Asked::by, Asked::comment},
     .starts = {Clock::response},
     .tells = {Told::lead, Told::expected}},
    {.move = Move::reopen,
     .from = embedded,
     .to = in_progress,
     .who = judge_recommendation,
     .asks = {Asked::by, Asked::comment},
     .tells = {Told::lead, Told::expected, Told::keepers}},
};
static_assert(transitions::is_sound(transitions::Table<Words>(table)));
static_assert(transitions::reaches_all(transitions::Table<Words>(table), proposed,
                                       std::span<const State>(all_states)));

/// Whether a need is met, and what mends it where it is not.
struct NeedRow {
    Need need;
    std::string_view spoken;
    bool (*is_met)(const Standing& standing);
    std::string_view missing;
    /// Below the recommendation's page.
    std::string_view mended_at;
    /// No rule of the field asks for it: whoever says why goes on without.
    bool or_comment = false;
};
constexpr NeedRow need_rows[] = {
    {Need::source, "a source with the words as published",
     [](const Standing& s) { return s.has_source; },
     "Say where it was recommended, with the words as published.", "/sources"},
    {Need::home, "its home", [](const Standing& s) { return s.has_home; },
     "Say where it belongs: [a priority], a sector, or other.", "/change#home"},
    {Need::kind, "its kind", [](const Standing& s) { return s.has_kind; },
     "Say what kind of change it asks for.", "/change#kind"},
    {Need::lead, "a lead group or person", [](const Standing& s) { return s.has_lead; },
     "Say who leads it.", "/change#owner"},
    {Need::due, "a date", [](const Standing& s) { return s.has_due; },
     "Say by when it is to be carried out.", "/change#due"},
    {Need::action, "an action of [a plan]",
     [](const Standing& s) { return s.actions + s.hidden_open > 0; },
     "Link the actions by which it is carried out.", "/actions"},
    {Need::actions_ended, "every action done or stopped",
     [](const Standing& s) { return s.actions_open + s.hidden_open == 0; },
     "Somebody who may see everything about it has to say that its actions are complete.",
     "#actions"},
    {Need::answers, "the [agencies]' answers, or why it goes on without them",
     [](const Standing& s) { return s.unanswered == 0; }, "[Agencies] have not answered.",
     "#answers", true},
    {Need::completion_evidence, "evidence that it was done",
     [](const Standing& s) { return s.completion_evidence > 0; },
     "Add what shows that it was done.", "/evidence?shows=completion"},
    {Need::impact_evidence, "evidence of impact",
     [](const Standing& s) { return s.impact_evidence > 0; },
     "Add what shows that something changed: an audit question, an indicator, a survey, an "
     "observation or a case example.",
     "/evidence?shows=impact"},
};
consteval bool are_needs_whole() {
    if (std::size(need_rows) != all_needs.size()) return false;
    for (std::size_t at = 0; at < all_needs.size(); ++at)
        if (need_rows[at].need != all_needs[at]) return false;
    return true;
}
static_assert(are_needs_whole(), "a need has no row here");
static_assert(is_whole(move_words, all_moves.back()));

const NeedRow& row_of(Need need) {
    return need_rows[static_cast<std::size_t>(need)];
}

Missing missing(const NeedRow& row, const Standing& standing) {
    if (row.need == Need::actions_ended && standing.open_action)
        return {row.need,
                counted(standing.actions_open, "action is", "actions are") + " still open.",
                "/actions/" + standing.open_action->str()};
    const auto page = "/recommendations/" + standing.id.str() + std::string(row.mended_at);
    if (row.need == Need::answers)
        return {row.need,
                counted(standing.unanswered, "[agency] has", "[agencies] have") +
                    " not answered. A comment that says why it goes on is enough.",
                page, row.or_comment};
    return {row.need, std::string(row.missing), page, row.or_comment};
}

} // namespace

std::string_view to_text(Move move) {
    return words_of(move_words, move).text;
}
bool from_text(std::string_view text, Move& move) {
    return value_from(move_words, text, move);
}
std::string_view spoken(Move move) {
    return words_of(move_words, move).spoken;
}

std::string_view spoken(Need need) {
    return row_of(need).spoken;
}

std::string_view spoken(Asked asked) {
    switch (asked) {
    case Asked::by: return "which board or person";
    case Asked::comment: return "the reasons";
    case Asked::superseded: return "which one takes its place";
    }
    return {};
}

std::string_view to_text(Clock clock) {
    switch (clock) {
    case Clock::response: return "recommendation-response";
    case Clock::impact: return "recommendation-impact";
    }
    return {};
}
std::string_view spoken(Clock clock) {
    switch (clock) {
    case Clock::response: return "[agencies]' responses";
    case Clock::impact: return "impact to be shown";
    }
    return {};
}

std::string_view spoken(Told told) {
    switch (told) {
    case Told::lead: return "the lead group and person";
    case Told::expected: return "the [agencies] expected to respond";
    case Told::keepers: return "the [business unit]";
    }
    return {};
}

transitions::Table<Words> moves() {
    return table;
}

Standing standing_of(const Whole& whole, const Beside& beside) {
    const auto& it = whole.it;
    Standing standing{
        .id = it.id,
        .state = it.state,
        .owner = it.owner,
        .has_source = std::ranges::any_of(
            whole.sources, [](const Source& source) { return !trimmed(source.words).empty(); }),
        .has_home = it.home.has_value(),
        .has_kind = it.kind.has_value(),
        .has_lead = it.owner.has_value() || it.lead.has_value(),
        .has_due = !it.due_words.empty(),
        .actions = static_cast<int>(whole.actions.size()),
        .hidden_open = beside.hidden_open,
        .unanswered = beside.unanswered,
        .is_joined = it.joined_to.has_value(),
        .is_withdrawn = it.withdrawn,
    };
    for (const auto& action : whole.actions) {
        if (has_ended(action)) continue;
        ++standing.actions_open;
        if (!standing.open_action) standing.open_action = action.action;
    }
    for (const auto& evidence : whole.evidence) {
        if (!counts_for(evidence.kind, evidence.shows)) continue;
        ++(evidence.shows == Shows::impact ? standing.impact_evidence
                                           : standing.completion_evidence);
    }
    return standing;
}

std::vector<Missing> missing_for(const Row& row, const Standing& standing) {
    std::vector<Missing> all;
    for (const auto& need : need_rows)
        if (row.complete.has(need.need) && !need.is_met(standing))
            all.push_back(missing(need, standing));
    return all;
}

bool is_blocked(const std::vector<Missing>& missing) {
    return std::ranges::any_of(missing,
                               [](const Missing& one) { return !one.is_explained_by_comment; });
}

bool OpenMove::is_blocked() const {
    return recommendations::is_blocked(missing);
}

std::vector<OpenMove> open_moves(const Scope& scope, const Standing& standing) {
    std::vector<OpenMove> open;
    if (standing.is_joined || standing.is_withdrawn) return open;
    for (const auto* row : transitions::rows_from(moves(), standing.state))
        if (scope.may(row->who, standing.owner, standing.id.view()))
            open.push_back({row, missing_for(*row, standing)});
    return open;
}

std::vector<Problem> problems_with(const MakeMove& command, const Row& row, Day since, Day today) {
    std::vector<Problem> problems;
    const auto on = typed_day(command.on);
    if (!on)
        problems.push_back({"on", "Say from which day this is so, like 31 March 2025."});
    else if (*on > today)
        problems.push_back({"on", "The day is still to come."});
    else if (*on < since)
        problems.push_back({"on", "It came to where it stands on " + openmasa::spoken(since) +
                                      ": the day cannot be before that."});
    if (row.asks.has(Asked::by) && trimmed(command.by).empty())
        problems.push_back({"by", "Say which board or person decided."});
    if (row.asks.has(Asked::comment) && trimmed(command.comment).empty())
        problems.push_back({"comment", "Say why, in a sentence that will still be understood in a "
                                       "year."});
    if (row.asks.has(Asked::superseded) && trimmed(command.superseded_by).empty())
        problems.push_back({"superseded_by", "Say which recommendation takes its place."});
    return problems;
}

} // namespace openmasa::recommendations
