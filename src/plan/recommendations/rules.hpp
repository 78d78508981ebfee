#pragma once
// Decisions about adding, filing, joining and parting recommendations; nothing but values in and
// out. Moves along the states: plan/recommendation_moves.hpp.
#include "kernel/result.hpp"
#include "plan/recommendation.hpp"
#include "plan/recommendation_store.hpp"
#include <string>
#include <vector>

namespace openmasa::recommendations {

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
/// As it is filed now: what a form shows at first.
Filing filing_of(const Recommendation& it);
/// The record with that filing; `due` is read from its words, the last day that they can mean.
void file(Recommendation& it, const Filing& filing);

/// By the form's fields: "title", "priority", "home_words", "kind", "document", "dated", "words"
/// ... A home, a kind, a lead and a date may still be missing: a move asks for them when it needs
/// them.
std::vector<Problem> problems_with(const Filing& filing);
std::vector<Problem> problems_with(const SourceWords& source, Day today);
/// What was typed, once it has no problem.
Source source_of(const SourceId& id, const SourceWords& typed);

/// Why these two cannot be joined, in words; empty when they can. One stands with another only
/// where both are there, neither stands with a third, and none stands with it.
std::string why_not_joined(const Recommendation& it, bool has_joined_ones,
                           const Recommendation& other);

} // namespace openmasa::recommendations
