#include "plan/move_action.hpp"
#include "core/restriction/store.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "store/query.hpp"
#include <algorithm>
#include <set>

namespace openmasa::plan {
namespace {

Result<Action> find_for(store::Db& db, const Scope& scope, const MoveAction& command) {
    if (!scope.may(Permission::edit_plan)) return not_found();
    auto action = find_action(db, scope, command.action);
    if (!action || action->withdrawn) return not_found();
    if (action->version != command.version)
        return conflict("Somebody changed this action while you were choosing. Look at it again, "
                        "then move it.");
    return std::move(*action);
}

/// A place that this person may change and that was not withdrawn, nor what it is in.
Result<Section> find_section_of(store::Db& db, const Scope& scope, const ObjectiveId& id) {
    const auto objective = find_objective(db, scope, id);
    if (!objective || objective->withdrawn) return not_found();
    auto section = find_section(db, scope, objective->section);
    if (!section || section->withdrawn) return not_found();
    const auto plan = find_plan(db, scope, section->plan);
    if (!plan || plan->withdrawn) return not_found();
    return std::move(*section);
}

struct Taken {
    std::string reference;
    ObjectiveId objective;
    int position = 0;
};
constexpr store::Query<Taken(PlanId)> list_taken{
    "plan.list_taken", "SELECT reference, objective_id, position FROM action WHERE plan_id = $1"};
/// The newest in that objective, else in that priority.
constexpr store::Query<Taken(ActionId, SectionId, ObjectiveId)> find_stood{"plan.find_stood",
                                                                           R"sql(
    SELECT reference, objective_id, position FROM action_version WHERE id = $1 AND section_id = $2
    ORDER BY objective_id <> $3, of_version DESC LIMIT 1)sql"};

/// Behind what is there, and in another priority called by that one's letters. What is restricted
/// from this person, and what was withdrawn, stands there, too.
void put_into(store::Db& db, Action& action, const Section& section, const ObjectiveId& to) {
    const store::Db::Plainly plainly(db);
    const auto stood = db.one(find_stood, action.id, section.id, to);
    std::set<std::string> taken;
    int last = 0, last_there = 0;
    for (const auto& one : db.all(list_taken, section.plan)) {
        taken.insert(one.reference);
        last = std::max(last, one.position);
        if (one.objective == to) last_there = std::max(last_there, one.position);
    }
    if (section.id != action.section)
        action.reference = stood && !taken.contains(stood->reference)
                               ? stood->reference
                               : next_reference(section.code, taken);
    action.position = stood && stood->objective == to ? stood->position
                      : last_there > 0                ? last_there
                                                      : last + 1;
    action.plan = section.plan;
    action.section = section.id;
    action.objective = to;
}

/// What hid it where it was goes on hiding it; one of its own stays as it is.
void keep_restricted(store::Db& db, const Scope& scope, const Action& before, const Action& now) {
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

Result<bool> move_action(store::Db& db, const Scope& scope, const MoveAction& command) {
    const auto before = TRY(find_for(db, scope, command));
    if (!command.to) return invalid("to", "Choose where it moves to.");
    const auto section = TRY(find_section_of(db, scope, *command.to));
    if (before.objective == *command.to) return false;
    auto action = before;
    put_into(db, action, section, *command.to);
    keep_restricted(db, scope, before, action);
    TRY(save_action(db, scope, action, {.verb = "action.moved"}));
    return true;
}

} // namespace openmasa::plan
