#pragma once
// What a recommendation can become: the one table of its states and moves, as data, and what
// follows from it. Nothing but values in and out. "Actions complete" is not the end: it asks for
// evidence of impact, and for somebody who judged it sufficient.
#include "core/transitions/table.hpp"
#include "kernel/result.hpp"
#include "plan/recommendation.hpp"
#include <string>
#include <vector>

namespace openmasa::recommendations {

enum class Move { accept, refuse, start, complete, test, embed, go_on, supersede, close, reopen };
inline constexpr std::array all_moves = {Move::accept, Move::refuse, Move::start, Move::complete,
                                         Move::test,   Move::embed,  Move::go_on, Move::supersede,
                                         Move::close,  Move::reopen};
/// "go_on", for the database and addresses.
std::string_view to_text(Move move);
bool from_text(std::string_view text, Move& move);
/// "Accept", "Say that the actions are complete": what the button says.
std::string_view spoken(Move move);

/// What must be there before a move.
enum class Need {
    source,              // where it was recommended, with the words as published
    home,                // the part of the composite action plan that holds it
    kind,                // leadership, workforce development, tools and resources, communications
    lead,                // a group or a person that leads it
    due,                 // by when
    action,              // an action of a plan by which it is carried out
    actions_ended,       // every one of them done or stopped
    answers,             // of the agencies that are expected to respond, or a comment without them
    completion_evidence, // what shows that it was done
    impact_evidence,     // what shows that something changed
};
inline constexpr std::array all_needs = {
    Need::source,         Need::home,    Need::kind,
    Need::lead,           Need::due,     Need::action,
    Need::actions_ended,  Need::answers, Need::completion_evidence,
    Need::impact_evidence};
/// "a source with the words as published", as the table says it.
std::string_view spoken(Need need);

/// What is said with a move. The day from which it is so is said with every one.
enum class Asked {
    by,         // the board that decided, or who judged
    comment,    // the reasons
    superseded, // which one takes its place
};
inline constexpr std::array all_asked = {Asked::by, Asked::comment, Asked::superseded};
std::string_view spoken(Asked asked);

/// The clocks that it starts and stops (core/clocks): agencies' responses; impact to be shown.
enum class Clock { response, impact };
inline constexpr std::array all_clocks = {Clock::response, Clock::impact};
/// "recommendation-impact", the name of the rule.
std::string_view to_text(Clock clock);
std::string_view spoken(Clock clock);

/// Who is told: the lead group and person, the agencies expected to respond, those who keep the
/// composite action plan.
enum class Told { lead, expected, keepers };
inline constexpr std::array all_told = {Told::lead, Told::expected, Told::keepers};
std::string_view spoken(Told told);

struct Words {
    using State = recommendations::State;
    using Move = recommendations::Move;
    using Need = recommendations::Need;
    using Asked = recommendations::Asked;
    using Clock = recommendations::Clock;
    using Told = recommendations::Told;
};
using Row = transitions::Row<Words>;
/// The whole of it.
transitions::Table<Words> moves();

/// What is known of one recommendation when a move is asked of it; from Whole by standing_of().
struct Standing {
    RecommendationId id;
    State state = State::proposed;
    std::optional<OwnerId> owner{};
    bool has_source = false, has_home = false, has_kind = false, has_lead = false, has_due = false;
    int actions = 0;
    /// The first action that has not ended.
    std::optional<plan::ActionId> open_action{};
    int actions_open = 0;
    /// Others that are open and that whoever asks may not see (count_hidden_open()).
    int hidden_open = 0;
    /// Agencies that are expected to answer, or were asked, and have not.
    int unanswered = 0;
    int completion_evidence = 0, impact_evidence = 0;
    /// It stands with another one, or was withdrawn: then it goes nowhere by itself.
    bool is_joined = false, is_withdrawn = false;
};

/// What is known of one beside its record.
struct Beside {
    /// Of its actions, those that are open and that whoever asks may not see (count_hidden_open()).
    int hidden_open = 0;
    /// responses::count_unanswered().
    int unanswered = 0;
};
Standing standing_of(const Whole& whole, const Beside& beside = {});

/// One thing that is missing, in words, and the page that mends it.
struct Missing {
    Need need;
    std::string words, href;
    /// It keeps nobody from the move who says why it goes on without.
    bool is_explained_by_comment = false;
    bool operator==(const Missing&) const = default;
};

/// A move that this person may make from here, and what it still waits for.
struct OpenMove {
    const Row* row = nullptr;
    std::vector<Missing> missing{};

    bool is_blocked() const;
};
/// Whether something is missing that no comment stands for.
bool is_blocked(const std::vector<Missing>& missing);
/// In the table's order; none for what was joined to another one, or withdrawn.
std::vector<OpenMove> open_moves(const Scope& scope, const Standing& standing);
/// Every need of that row that is not met.
std::vector<Missing> missing_for(const Row& row, const Standing& standing);

/// A move as somebody asks for it.
struct MakeMove {
    RecommendationId id;
    std::int64_t version = 0;
    Move move = Move::accept;
    /// As typed.
    std::string on{}, by{}, comment{}, superseded_by{};
};
/// What is wrong with what was said, by the form's fields: "on", "by", "comment", "superseded_by".
/// The day is not to come and not before `since`, when it came to where it stands.
std::vector<Problem> problems_with(const MakeMove& command, const Row& row, Day since, Day today);

} // namespace openmasa::recommendations
