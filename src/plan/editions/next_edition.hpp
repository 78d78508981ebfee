#pragma once
// The nouns: an edition as it stands, and what a person decides when the next one is made from it.
#include "plan/plan.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::editions {

/// A plan with its parts as they stand, in their order; without what was withdrawn and without what
/// this person may not read.
struct Edition {
    plan::Plan plan;
    std::vector<plan::Section> sections;
    std::vector<plan::Objective> objectives;
    std::vector<plan::Action> actions;
};
/// Nothing for a plan that is not there, not for this person, or withdrawn.
std::optional<Edition> read_edition(store::Db& db, const Scope& scope, const plan::PlanId& id);

/// What becomes of a priority: it goes on, goes on as business as usual, or ends with its edition.
enum class Course { carry, step_down, leave };
inline constexpr std::array all_courses = {Course::carry, Course::step_down, Course::leave};
/// "step_down", for the form.
std::string_view to_text(Course course);
bool from_text(std::string_view text, Course& course);

/// What becomes of an action that is not done and not stopped.
enum class Fate { carry, leave, done };
inline constexpr std::array all_fates = {Fate::carry, Fate::leave, Fate::done};
std::string_view to_text(Fate fate);
bool from_text(std::string_view text, Fate& fate);

struct ChosenPriority {
    plan::SectionId id;
    /// The version that the person read.
    std::int64_t version = 0;
    std::optional<Course> course;
    std::string why;
};

struct ChosenAction {
    plan::ActionId id;
    std::int64_t version = 0;
    std::optional<Fate> fate;
    std::string why;
    /// Another target date for the next edition, in people's words; empty: its own, if that is
    /// still to come.
    std::string date_words;
};

struct MakeNext {
    plan::PlanId plan;
    std::int64_t version = 0;
    std::string title, period;
    std::vector<ChosenPriority> priorities;
    std::vector<ChosenAction> actions;
};
const ChosenPriority* find_choice(const MakeNext& command, const plan::SectionId& id);
const ChosenAction* find_choice(const MakeNext& command, const plan::ActionId& id);

} // namespace openmasa::editions
