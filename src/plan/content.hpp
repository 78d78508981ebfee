#pragma once
// What the history keeps of the plan register's records: described once, for the content that is
// committed to, for people, and for `openmasa verify` (core/history/description.hpp).
#include "core/history/description.hpp"
#include "core/terms/words.hpp"
#include "plan/plan.hpp"

namespace openmasa::plan {

/// What came with one version of an action, as its row has it.
struct BroughtProgress {
    std::string id;
    Moment at{};
    std::string person;
    Status before{}, status{};
    std::string words;
    Day true_from{};
};
struct BroughtEvidence {
    std::string id;
    Moment at{};
    std::string person, title, words, link;
    Day true_from{};
};

/// The names of what a plan or a section carries.
struct TagNames {
    std::string themes, flourish;
};

/// An action with all that one version of it holds.
struct WholeAction {
    Action action;
    std::string section_name, objective_title;
    /// The names of its tags.
    std::string themes, flourish;
    /// The names of the owners that contribute.
    std::string contributors{};
    std::vector<Step> steps;
    std::vector<Note> notes;
    std::vector<BroughtProgress> progress;
    std::vector<BroughtEvidence> evidence;
};

/// `why` is the reason given for this version.
history::Content content_of(const Plan& plan, std::string_view why = {},
                            const TagNames& names = {});
history::Content content_of(const Section& section, std::string_view why = {},
                            const TagNames& names = {});
history::Content content_of(const Objective& objective, std::string_view why = {});
history::Content content_of(const WholeAction& whole, std::string_view why = {});
history::Content content_of(const BroughtProgress& progress, int number = 1);
history::Content content_of(const BroughtEvidence& evidence, int number = 1);

/// "plan", "section", "objective" or "action"; nothing for another kind.
history::Fields fields_of(std::string_view kind);

/// A label of these fields as the partnership says it. The label itself stays:
/// the first versions of a record have it for a key.
std::string said_label(const terms::Words& words, std::string_view label);

} // namespace openmasa::plan
