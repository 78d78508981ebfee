#pragma once
// The nouns and rules of saying which edition a plan follows, for plans that are both there: which
// priority and which action of the earlier one goes on as which. Nothing but values in and out.
#include "kernel/result.hpp"
#include "plan/editions/next_edition.hpp"
#include <map>

namespace openmasa::editions {

/// Why two are taken for the same.
enum class Because { said, same_words, like_words, nothing };
/// "said", for a file.
std::string_view to_text(Because because);

/// A priority of the earlier edition, and the one that it goes on as; none: it ended.
struct FollowedPriority {
    plan::SectionId before;
    std::optional<plan::SectionId> now{};
    Because because = Because::nothing;
};
/// An action of the earlier edition.
struct FollowedAction {
    plan::ActionId before;
    /// What carries it on, as people write references: "VA 3, VA 4"; empty: nothing does.
    std::string as{};
    /// Of an open one that nothing carries on: it was done, or why it was left behind.
    bool is_done = false;
    std::string why{};
    Because because = Because::nothing;
};
struct SayFollows {
    plan::PlanId plan;
    /// None: it follows no edition.
    std::optional<plan::PlanId> before{};
    /// How both editions stood when they were read (state_of()).
    std::string state{};
    std::vector<FollowedPriority> priorities{};
    std::vector<FollowedAction> actions{};
};
const FollowedPriority* find_pair(const SayFollows& said, const plan::SectionId& before);
const FollowedAction* find_pair(const SayFollows& said, const plan::ActionId& before);

/// The versions of all that is paired, as text: "ID:VERSION" with a space between. `before` is null
/// where it is to follow none.
std::string state_of(const Edition* before, const Edition& now);
/// The versions that were read, by the ids of their records.
std::map<std::string, std::int64_t> versions_in(std::string_view state);

/// What was said before, where the newer one follows this one already; else the pairs whose words
/// are the same or have much in common, the most alike first, each once.
SayFollows proposed_pairs(const Edition& before, const Edition& now);

/// From this likeness on (plan/likeness.hpp) two are proposed; of different priorities, from a
/// tenth more. Lower than for two texts of one year: four years change words.
inline constexpr double alike = 0.5;

/// The actions of an edition whose references are written there; a reference that is none of it is
/// put into `unknown`.
std::vector<const plan::Action*> actions_called(const Edition& edition, std::string_view references,
                                                std::vector<std::string>& unknown);

/// Everything that is wrong: a reference that is none, one that carries on two, an open action of
/// which nothing is said.
std::vector<Problem> problems_with(const SayFollows& said, const Edition& before,
                                   const Edition& now);

inline constexpr std::string_view goes_on_field = "goes-on", as_field = "as", done_field = "done",
                                  left_why_field = "left-why";

} // namespace openmasa::editions
