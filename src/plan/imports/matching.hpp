#pragma once
// Which action of the plan each action of a document is: by its reference, else by the same words,
// else by similar words (which a person may refuse). Pure.
#include "plan/imports/draft.hpp"
#include "plan/plan.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::imports {

/// The plan as it is now, as an import compares with it. Withdrawn parts are in it too: what comes
/// back in a later edition is taken up again.
struct Existing {
    std::optional<plan::Plan> plan;
    std::vector<plan::Section> sections;
    std::vector<plan::Objective> objectives;
    std::vector<plan::Action> actions;
};

enum class Fate { added, changed, same, gone };
std::string_view name(Fate fate);

/// One thing that saving would change.
struct Change {
    std::string name, was, now;
};

/// What saving would do with one action.
struct Match {
    Fate fate = Fate::added;
    /// Where it stands in the draft; empty for what is gone.
    struct Spot {
        int section, objective, action;
    };
    std::optional<Spot> spot;
    /// Which of Existing::actions it is; empty for what is new.
    std::optional<int> existing;
    std::vector<Change> changes;
    /// Found by similar words only, from 0 to 1; 1 when it is certain.
    double likeness = 1;
    /// A similar action that a person said is another one.
    std::optional<int> refused;
};

struct Comparison {
    /// In the document's order; what is gone comes last, in the plan's order.
    std::vector<Match> matches;
    /// For each section of the draft, which of Existing::sections it is; likewise objectives.
    std::vector<std::optional<int>> sections;
    std::vector<std::vector<std::optional<int>>> objectives;

    int count(Fate fate) const;
};

/// From this likeness on two texts are taken for the same action; above `certain` nobody is asked.
inline constexpr double similar = 0.55;
inline constexpr double certain = 0.9;

/// The id under which Choices says that a similar action is another one (option 1).
std::string match_choice(const plan::Action& existing);

Comparison compare(const Draft& draft, const Existing& existing, const Choices& choices = {});

const Action& action_at(const Draft& draft, const Match::Spot& spot);

} // namespace openmasa::imports
