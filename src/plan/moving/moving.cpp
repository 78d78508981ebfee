#include "plan/moving/moving.hpp"
#include "core/restriction/store.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include <algorithm>

namespace openmasa::moving {
namespace {

Result<plan::Action> find_for(store::Db& db, const Scope& scope, const MoveAction& command) {
    if (!scope.may(Permission::edit_plan)) return not_found();
    auto action = plan::find_action(db, scope, command.action);
    if (!action || action->withdrawn) return not_found();
    if (action->version != command.version)
        return conflict("Somebody changed this action while you were choosing. Look at it again, "
                        "then move it.");
    return std::move(*action);
}

/// A place that this person may change and that was not withdrawn, nor what it is in.
Result<plan::Section> find_section_of(store::Db& db, const Scope& scope,
                                      const plan::ObjectiveId& id) {
    const auto objective = plan::find_objective(db, scope, id);
    if (!objective || objective->withdrawn) return not_found();
    auto section = plan::find_section(db, scope, objective->section);
    if (!section || section->withdrawn) return not_found();
    const auto plan = plan::find_plan(db, scope, section->plan);
    if (!plan || plan->withdrawn) return not_found();
    return std::move(*section);
}

/// What is restricted from this person stands there, too.
std::vector<plan::Action> everything_in(store::Db& db, const plan::PlanId& plan) {
    const store::Db::Plainly plainly(db);
    return plan::all_actions_of(db, plan);
}

/// In another priority it is called by that one's letters.
void put_into(plan::Action& action, const plan::Section& section, const plan::ObjectiveId& to,
              const std::vector<plan::Action>& there) {
    if (section.id != action.section) {
        std::set<std::string> taken;
        for (const auto& one : there) taken.insert(one.reference);
        action.reference = plan::next_reference(section.code, taken);
    }
    int last = 0, last_there = 0;
    for (const auto& one : there) {
        last = std::max(last, one.position);
        if (one.objective == to) last_there = std::max(last_there, one.position);
    }
    action.position = last_there > 0 ? last_there : last + 1;
    action.plan = section.plan;
    action.section = section.id;
    action.objective = to;
}

/// What hid it where it was goes on hiding it; one of its own stays as it is.
void keep_restricted(store::Db& db, const Scope& scope, const plan::Action& before,
                     const plan::Action& now) {
    const store::Db::Plainly plainly(db);
    if (restriction::find_open(db, {"action", before.id.str()})) return;
    auto found = before.objective == now.objective
                     ? std::nullopt
                     : restriction::find_open(db, {"objective", before.objective.str()});
    if (!found && before.section != now.section)
        found = restriction::find_open(db, {"section", before.section.str()});
    if (!found) return;
    found->id = scope.new_id<restriction::RestrictionId>();
    found->record = {"action", now.id.str()};
    found->at = scope.now;
    found->version = 1;
    restriction::add(db, scope, *found);
}

} // namespace

Result<bool> move(store::Db& db, const Scope& scope, const MoveAction& command) {
    const auto before = TRY(find_for(db, scope, command));
    if (!command.to) return invalid("to", "Choose where it moves to.");
    const auto section = TRY(find_section_of(db, scope, *command.to));
    if (before.objective == *command.to) return false;
    auto action = before;
    put_into(action, section, *command.to, everything_in(db, section.plan));
    keep_restricted(db, scope, before, action);
    TRY(plan::save_action(db, scope, action, {.verb = "action.moved"}));
    return true;
}

} // namespace openmasa::moving
