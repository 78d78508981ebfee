#pragma once
// Decisions about adding, filing, joining and parting recommendations; nothing but values in and
// out. Moves along the states: plan/recommendation_moves.hpp.
#include "kernel/result.hpp"
#include "plan/recommendation.hpp"
#include "plan/recommendation_store.hpp"
#include <string>
#include <vector>

namespace openmasa::recommendations {

// In bytes. The longest recommendation in the published reports has 700.
inline constexpr std::size_t longest_line = 300, longest_words = 8000;

/// Where it was recommended, as typed.
struct SourceWords {
    std::optional<SourceKind> kind{};
    std::string document{}, dated{}, paragraph{}, words{}, proposed_lead{};
};

/// Where it is filed and who answers for it, as chosen and typed.
struct Filing {
    std::string title{};
    std::optional<Home> home{};
    std::optional<plan::SectionId> priority{};
    std::string home_words{};
    std::optional<Kind> kind{};
    /// Themes and FLOURISH domains (core/terms/tags.hpp).
    std::string tags{};
    std::optional<OwnerId> owner{};
    std::optional<PersonId> lead{};
    /// By when, in people's words: "Spring 2026" (kernel/target_date.hpp).
    std::string due{};
    std::vector<OwnerId> expected{};
};
/// Where it stands when it is brought in from an older composite action plan, as chosen and typed.
struct BroughtIn {
    /// Unset: proposed, as any new one.
    std::optional<State> state{};
    /// From which day; empty: from the day on which it is brought in.
    std::string since{};
};
/// The step of its history that says so; no move of the table (recommendation_moves.hpp).
inline constexpr std::string_view brought_in = "brought_in";

/// As it is filed now: what a form shows at first.
Filing filing_of(const Recommendation& it);
/// The record with that filing; `due` is read from its words, the last day that they can mean.
void file(Recommendation& it, const Filing& filing);

/// By the form's fields: "title", "priority", "home_words", "kind", "document", "dated", "words"
/// ... A home, a kind, a lead and a date may still be missing: a move asks for them when it needs
/// them.
std::vector<Problem> problems_with(const Filing& filing);
std::vector<Problem> problems_with(const SourceWords& source, Day today);
std::vector<Problem> problems_with(const BroughtIn& brought, Day today);
/// What was typed, once it has no problem.
Source source_of(const SourceId& id, const SourceWords& typed);

/// Why these two cannot be joined, in words; empty when they can. One stands with another only
/// where both are there, neither stands with a third, and none stands with it.
std::string why_not_joined(const Recommendation& it, bool has_joined_ones,
                           const Recommendation& other);

} // namespace openmasa::recommendations
