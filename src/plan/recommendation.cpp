#include "plan/recommendation.hpp"
#include "kernel/enum_words.hpp"

namespace openmasa::recommendations {
namespace {

constexpr EnumWords<State> state_words[] = {
    {State::proposed, "proposed", "Proposed"},
    {State::accepted, "accepted", "Accepted"},
    {State::not_accepted, "not_accepted", "Not accepted"},
    {State::in_progress, "in_progress", "In progress"},
    {State::actions_complete, "actions_complete", "Actions complete"},
    {State::impact_tested, "impact_tested", "Impact tested"},
    {State::embedded, "embedded", "Embedded"},
    {State::superseded, "superseded", "Superseded"},
    {State::closed, "closed", "Closed"},
};
constexpr EnumWords<SourceKind> source_words[] = {
    {SourceKind::practice_review, "practice_review", "Practice review"},
    {SourceKind::rapid_review, "rapid_review", "Rapid review"},
    {SourceKind::audit, "audit", "Audit"},
    {SourceKind::section_11, "section_11", "Section 11"},
    {SourceKind::scrutiny, "scrutiny", "Independent scrutiny"},
    {SourceKind::inspection, "inspection", "Inspection"},
    {SourceKind::national_review, "national_review", "National review"},
    {SourceKind::other_area_review, "other_area_review", "Another area's review"},
    {SourceKind::domestic_abuse_review, "domestic_abuse_review",
     "Domestic abuse related death review"},
    {SourceKind::adult_review, "adult_review", "Safeguarding adult review"},
    {SourceKind::child_death_panel, "child_death_panel", "Child death overview panel"},
    {SourceKind::other, "other", "Other"},
};
constexpr EnumWords<Home> home_words[] = {
    {Home::priority, "priority", "[A priority]"},
    {Home::sector, "sector", "A sector"},
    {Home::other, "other", "Other"},
};
constexpr EnumWords<Kind> kind_words[] = {
    {Kind::leadership, "leadership", "Leadership"},
    {Kind::workforce, "workforce", "Workforce development"},
    {Kind::tools, "tools", "Tools and resources"},
    {Kind::communications, "communications", "Communications"},
};
constexpr EnumWords<Shows> shows_words[] = {
    {Shows::completion, "completion", "That it was done"},
    {Shows::impact, "impact", "What changed"},
};
constexpr EnumWords<EvidenceKind> evidence_words[] = {
    {EvidenceKind::document, "document", "Document"},
    {EvidenceKind::audit_question, "audit_question", "Audit question"},
    {EvidenceKind::indicator, "indicator", "Indicator"},
    {EvidenceKind::survey, "survey", "Survey"},
    {EvidenceKind::observation, "observation", "Observation of practice"},
    {EvidenceKind::case_example, "case_example", "Case example"},
};

static_assert(is_whole(state_words, all_states.back()));
static_assert(is_whole(source_words, all_source_kinds.back()));
static_assert(is_whole(home_words, all_homes.back()));
static_assert(is_whole(kind_words, all_kinds.back()));
static_assert(is_whole(shows_words, all_shows.back()));
static_assert(is_whole(evidence_words, all_evidence_kinds.back()));

} // namespace

std::string_view to_text(State state) {
    return words_of(state_words, state).text;
}
bool from_text(std::string_view text, State& state) {
    return value_from(state_words, text, state);
}
std::string_view spoken(State state) {
    return words_of(state_words, state).spoken;
}

bool is_end(State state) {
    return state == State::not_accepted || state == State::embedded || state == State::superseded ||
           state == State::closed;
}
bool is_outstanding(State state) {
    return state != State::proposed && !is_end(state);
}

std::string_view to_text(SourceKind kind) {
    return words_of(source_words, kind).text;
}
bool from_text(std::string_view text, SourceKind& kind) {
    return value_from(source_words, text, kind);
}
std::string_view spoken(SourceKind kind) {
    return words_of(source_words, kind).spoken;
}

std::string_view to_text(Home home) {
    return words_of(home_words, home).text;
}
bool from_text(std::string_view text, Home& home) {
    return value_from(home_words, text, home);
}
std::string_view spoken(Home home) {
    return words_of(home_words, home).spoken;
}

std::string_view to_text(Kind kind) {
    return words_of(kind_words, kind).text;
}
bool from_text(std::string_view text, Kind& kind) {
    return value_from(kind_words, text, kind);
}
std::string_view spoken(Kind kind) {
    return words_of(kind_words, kind).spoken;
}

std::string_view to_text(Shows shows) {
    return words_of(shows_words, shows).text;
}
bool from_text(std::string_view text, Shows& shows) {
    return value_from(shows_words, text, shows);
}
std::string_view spoken(Shows shows) {
    return words_of(shows_words, shows).spoken;
}

std::string_view to_text(EvidenceKind kind) {
    return words_of(evidence_words, kind).text;
}
bool from_text(std::string_view text, EvidenceKind& kind) {
    return value_from(evidence_words, text, kind);
}
std::string_view spoken(EvidenceKind kind) {
    return words_of(evidence_words, kind).spoken;
}

bool counts_for(EvidenceKind kind, Shows shows) {
    return shows == Shows::completion || kind != EvidenceKind::document;
}

bool has_ended(const CarriedOut& action) {
    return action.status == plan::Status::done || action.status == plan::Status::stopped;
}

} // namespace openmasa::recommendations
