#pragma once
// The plan register in the database. Finders take a scope: what a person may not see is not found.
#include "plan/content.hpp"
#include "plan/plan.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::plan {

// Plans and their parts.
/// The one changed last first. Which of them run: running.hpp.
std::vector<Plan> list_plans(store::Db& db, const Scope& scope);
std::optional<Plan> find_plan(store::Db& db, const Scope& scope, const PlanId& id);
std::optional<Section> find_section(store::Db& db, const Scope& scope, const SectionId& id);
std::optional<Objective> find_objective(store::Db& db, const Scope& scope, const ObjectiveId& id);
/// In their order; without the withdrawn ones.
std::vector<Section> sections_of(store::Db& db, const Scope& scope, const PlanId& plan);
std::vector<Objective> objectives_of(store::Db& db, const Scope& scope, const SectionId& section);
std::vector<Objective> objectives_of_plan(store::Db& db, const Scope& scope, const PlanId& plan);

/// The withdrawn ones too: what an import compares with.
std::vector<Section> all_sections_of(store::Db& db, const PlanId& plan);
std::vector<Objective> all_objectives_of(store::Db& db, const PlanId& plan);

// Actions.
std::optional<Action> find_action(store::Db& db, const Scope& scope, const ActionId& id);
/// The same, for somebody who wants to update it: an action owner finds only their own.
std::optional<Action> find_action_to_update(store::Db& db, const Scope& scope, const ActionId& id);
/// All of a plan's, withdrawn ones too: what an import compares with.
std::vector<Action> all_actions_of(store::Db& db, const PlanId& plan);
/// Those of a section, without the withdrawn ones, in the plan's order.
std::vector<Action> actions_of_section(store::Db& db, const SectionId& section);
std::vector<Step> steps_of(store::Db& db, const ActionId& action);
std::vector<Note> notes_of(store::Db& db, const ActionId& action);
struct PartsOfAction {
    std::vector<Step> steps;
    std::vector<Note> notes;
};
/// Both at once.
PartsOfAction parts_of(store::Db& db, const ActionId& action);
/// With all that its version holds.
WholeAction whole_action(store::Db& db, Action action);

/// What was done, for the audit and the history.
struct Deed {
    std::string_view verb; // "action.changed"
    /// The reason given, kept with this version.
    std::string_view why{};
    /// The day from which it is so; without one, today.
    std::optional<Day> true_from{};
};

// Changes; inside atomically(). Each leaves an audit entry and a version in the history.
void add_plan(store::Db& db, const Scope& scope, const Plan& plan);
void save_plan(store::Db& db, const Scope& scope, const Plan& plan,
               const Deed& deed = {.verb = "plan.saved"});
void add_section(store::Db& db, const Scope& scope, const Section& section);
void save_section(store::Db& db, const Scope& scope, const Section& section,
                  const Deed& deed = {.verb = "section.saved"});
void add_objective(store::Db& db, const Scope& scope, const Objective& objective);
void save_objective(store::Db& db, const Scope& scope, const Objective& objective,
                    const Deed& deed = {.verb = "objective.saved"});
void withdraw_section(store::Db& db, const Scope& scope, const SectionId& id, std::string_view why);
void withdraw_objective(store::Db& db, const Scope& scope, const ObjectiveId& id,
                        std::string_view why);

/// Puts an action's row there, so that its steps, notes and progress can be written before it is
/// saved for the first time.
void begin_action(store::Db& db, const Scope& scope, const Action& action);
/// begin_action() and save_action() in one, for an action that has nothing else.
void add_action(store::Db& db, const Scope& scope, const Action& action);
/// Saves over the version in `action` and counts it up; a conflict when somebody was first. Comes
/// after whatever else belongs to the new version: steps, notes, progress, evidence.
Result<Done> save_action(store::Db& db, const Scope& scope, Action action, const Deed& deed);
/// Replaces the steps; those with the same id keep theirs.
void save_steps(store::Db& db, const Scope& scope, const ActionId& action,
                const std::vector<Step>& steps);
void save_notes(store::Db& db, const ActionId& action, const std::vector<Note>& notes);

} // namespace openmasa::plan
