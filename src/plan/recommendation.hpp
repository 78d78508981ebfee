#pragma once
// The nouns of the composite action plan: a recommendation, wherever it was made, with the words as
// they were published, where it is filed, who answers for it, what was decided, done and shown.
// Source: the partnership's annual report 2024-25, composite action plan: filed by priority, sector
// or other, and by leadership, workforce development, tools and resources, communications.
#include "core/access/scope.hpp"
#include "plan/plan.hpp"
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::recommendations {

struct RecommendationKind;
struct SourceRecordKind;
struct MoveRecordKind;
struct EvidenceRecordKind;
using RecommendationId = Id<RecommendationKind>;
using SourceId = Id<SourceRecordKind>;
using MoveId = Id<MoveRecordKind>;
using EvidenceId = Id<EvidenceRecordKind>;

/// Where it stands (moves.hpp says what leads where).
enum class State {
    proposed,
    accepted,
    not_accepted,
    in_progress,
    actions_complete,
    impact_tested,
    embedded,
    superseded,
    closed
};
inline constexpr std::array all_states = {
    State::proposed,    State::accepted,         State::not_accepted,
    State::in_progress, State::actions_complete, State::impact_tested,
    State::embedded,    State::superseded,       State::closed};
/// "in_progress", for the database, addresses and downloads.
std::string_view to_text(State state);
bool from_text(std::string_view text, State& state);
/// "In progress", for people.
std::string_view spoken(State state);
using openmasa::spoken; // days
/// Nothing more is expected of it: not accepted, embedded, superseded or closed.
bool is_end(State state);
/// Accepted, and something is still to be done or shown. A proposed one waits for a decision and
/// is counted by itself.
bool is_outstanding(State state);

/// Where somebody recommended it.
enum class SourceKind {
    practice_review,
    rapid_review,
    audit,
    section_11,
    scrutiny,
    inspection,
    national_review,
    other_area_review,
    domestic_abuse_review,
    adult_review,
    child_death_panel,
    other
};
inline constexpr std::array all_source_kinds = {
    SourceKind::practice_review, SourceKind::rapid_review,      SourceKind::audit,
    SourceKind::section_11,      SourceKind::scrutiny,          SourceKind::inspection,
    SourceKind::national_review, SourceKind::other_area_review, SourceKind::domestic_abuse_review,
    SourceKind::adult_review,    SourceKind::child_death_panel, SourceKind::other};
std::string_view to_text(SourceKind kind);
bool from_text(std::string_view text, SourceKind& kind);
/// "Practice review".
std::string_view spoken(SourceKind kind);

/// The part of the composite action plan that holds it.
enum class Home { priority, sector, other };
inline constexpr std::array all_homes = {Home::priority, Home::sector, Home::other};
std::string_view to_text(Home home);
bool from_text(std::string_view text, Home& home);
/// "[A priority]", "A sector", "Other".
std::string_view spoken(Home home);

/// What kind of change it asks for.
enum class Kind { leadership, workforce, tools, communications };
inline constexpr std::array all_kinds = {Kind::leadership, Kind::workforce, Kind::tools,
                                         Kind::communications};
std::string_view to_text(Kind kind);
bool from_text(std::string_view text, Kind& kind);
/// "Workforce development".
std::string_view spoken(Kind kind);

/// What a piece of evidence shows: that it was done, or what changed by it.
enum class Shows { completion, impact };
inline constexpr std::array all_shows = {Shows::completion, Shows::impact};
std::string_view to_text(Shows shows);
bool from_text(std::string_view text, Shows& shows);
/// "That it was done", "What changed".
std::string_view spoken(Shows shows);

/// How it is known. Of impact only what was asked of practice or of children counts (counts_for()).
enum class EvidenceKind { document, audit_question, indicator, survey, observation, case_example };
inline constexpr std::array all_evidence_kinds = {
    EvidenceKind::document, EvidenceKind::audit_question, EvidenceKind::indicator,
    EvidenceKind::survey,   EvidenceKind::observation,    EvidenceKind::case_example};
std::string_view to_text(EvidenceKind kind);
bool from_text(std::string_view text, EvidenceKind& kind);
/// "Audit question".
std::string_view spoken(EvidenceKind kind);
/// A document shows that something was done; it does not show what changed.
bool counts_for(EvidenceKind kind, Shows shows);

/// One place where it was recommended.
struct Source {
    SourceId id;
    SourceKind kind = SourceKind::other;
    /// The document's name, as people find it: "Section 11 report 2024".
    std::string document{};
    /// The day that stands on it.
    std::optional<Day> dated{};
    /// "Recommendation 3", "paragraph 4.12".
    std::string paragraph{};
    /// As published, never our own.
    std::string words{};
    /// Whom the author proposed to lead it, in the author's words.
    std::string proposed_lead{};
    bool operator==(const Source&) const = default;
};

/// An agency, or another owner, that is expected to respond.
struct Expected {
    OwnerId owner;
    std::string name{};
    bool operator==(const Expected&) const = default;
};

/// An action of a plan by which it is carried out.
struct CarriedOut {
    plan::ActionId action;
    /// What the plan says of it today.
    std::string reference{}, title{};
    plan::Status status = plan::Status::not_started;
};
/// Done, or stopped.
bool has_ended(const CarriedOut& action);

struct Evidence {
    EvidenceId id;
    Shows shows = Shows::completion;
    EvidenceKind kind = EvidenceKind::document;
    std::string words{};
    /// An address, or empty.
    std::string link{};
    /// The day from which it was so.
    Day on{};
    bool operator==(const Evidence&) const = default;
};

/// One step from state to state: who kept it and when is its version's to say.
struct MoveMade {
    MoveId id;
    /// From 1 on, in the order in which they were made.
    int number = 1;
    /// A word of Move (recommendation_moves.hpp).
    std::string move{};
    State from = State::proposed, to = State::proposed;
    /// The day from which it was so: the board's meeting.
    Day on{};
    /// Which board or person decided or judged; empty where the move asks for none.
    std::string by{};
    std::string comment{};
    bool operator==(const MoveMade&) const = default;
};

struct Recommendation {
    RecommendationId id;
    /// To say aloud: "W-2026-014" (core/references).
    std::string reference{};
    /// One line, in the partnership's words.
    std::string title{};
    State state = State::proposed;
    /// The day from which it stands there.
    Day since{};
    std::optional<Home> home{};
    /// Of a home that is a priority.
    std::optional<plan::SectionId> priority{};
    std::string priority_name{};
    /// Of a sector, or of another home: "Education".
    std::string home_words{};
    std::optional<Kind> kind{};
    /// Themes and FLOURISH domains (core/terms/tags.hpp).
    std::string tags{};
    /// The group, agency or office that leads it, and who does so in person.
    std::optional<OwnerId> owner{};
    std::optional<std::string> owner_name{};
    std::optional<PersonId> lead{};
    std::optional<std::string> lead_name{};
    /// When it should be carried out, as written and as understood (kernel/target_date.hpp).
    std::string due_words{};
    std::optional<Day> due{};
    /// The owners that are expected to respond, and the actions of plans by which it is carried
    /// out: ids with a space between (kernel/id_list.hpp). What a reader may not see stays in them.
    std::string expected{}, actions{};
    /// The one that it says much the same as: then it stands there, with its sources, until it is
    /// parted again. Its own state stays as it was.
    std::optional<RecommendationId> joined_to{};
    std::optional<Day> joined_on{};
    std::string joined_why{};
    /// How alike they were found, in hundredths; 0: nobody measured it.
    int joined_likeness = 0;
    /// Of a superseded one: what took its place.
    std::optional<RecommendationId> superseded_by{};
    bool withdrawn = false;
    std::string withdrawn_why{};
    std::int64_t version = 1;
    Moment updated_at{};
};

/// With all that its version holds.
struct Whole {
    Recommendation it;
    /// By their ids, but moves by their numbers.
    std::vector<Source> sources{};
    std::vector<Expected> expected{};
    std::vector<CarriedOut> actions{};
    std::vector<Evidence> evidence{};
    std::vector<MoveMade> moves{};
};

} // namespace openmasa::recommendations
