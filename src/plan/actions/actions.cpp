#include "plan/actions/actions.hpp"
#include "core/access/store.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/text.hpp"
#include "plan/actions/rules.hpp"
#include "plan/actions/telling.hpp"
#include "plan/progress.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

constexpr auto somebody_was_first = "Somebody changed this action while you were writing.";

/// The action as this person may update it, in the version that they read.
Result<Action> find_for(store::Db& db, const Scope& scope, const ActionId& id,
                        std::int64_t version) {
    auto action = find_action_to_update(db, scope, id);
    if (!action || action->withdrawn) return not_found();
    if (action->version != version) return conflict(somebody_was_first);
    return *action;
}

void mark_steps(std::vector<Step>& steps, const std::vector<StepId>& done, Day today) {
    for (auto& step : steps) {
        const bool is_done = std::ranges::count(done, step.id) > 0;
        if (is_done && !step.done_on) step.done_on = today;
        if (!is_done) step.done_on.reset();
    }
}

int count_done(const std::vector<Step>& steps) {
    return static_cast<int>(
        std::ranges::count_if(steps, [](const Step& s) { return s.done_on.has_value(); }));
}

/// The date's words changed: they are understood anew, and so are its steps.
void set_target(store::Db& db, const Scope& scope, Action& action, const std::string& words) {
    const auto understood = understand_date(words);
    const auto steps = steps_from(understood, steps_of(db, action.id), scope);
    action.target = target_day(understood);
    action.steps = static_cast<int>(steps.size());
    action.steps_done = count_done(steps);
    save_steps(db, scope, action.id, steps);
}

void set_owner(store::Db& db, const Scope& scope, Action& action, const ChangeAction& command) {
    action.owner = command.new_owner.empty() ? command.owner
                                             : access::owner_named(db, scope, command.new_owner);
    action.owner_name.reset();
    for (const auto& owner : access::list_owners(db))
        if (owner.id == action.owner) action.owner_name = owner.name;
    if (!action.owner_name) action.owner.reset();
}

/// What was withdrawn or has ended is given to nothing that does not carry it already.
Result<Done> set_tags(store::Db& db, const Scope& scope, Action& action, const std::string& tags) {
    const auto book = terms::term_book(db);
    const auto ended = terms::no_longer_used(*book, action.tags, tags, scope.today);
    if (!ended.empty())
        return invalid("themes", fmt::format("{} is no longer used.", join(ended, ", ")));
    action.tags = terms::tags_from(*book, terms::ids_in(tags));
    return Done{};
}

/// Where the evidence is: the link that was given, or the page of the file that comes with it.
std::string link_of(store::Db& db, const Scope& scope, const AddEvidence& command) {
    if (!command.file) return command.link;
    const auto attached =
        files::attach(db, scope, {.kind = "action", .id = command.action.view()}, *command.file);
    return file_path(command.action, attached.id);
}

bool differ(const Action& one, const Action& other) {
    return one.title != other.title || one.words != other.words || one.owner != other.owner ||
           one.tags != other.tags;
}

} // namespace

std::string file_path(const ActionId& action, const files::AttachmentId& file) {
    return fmt::format("/actions/{}/files/{}", action.view(), file.view());
}

Result<Action> record_progress(store::Db& db, const Scope& scope, const RecordProgress& command) {
    auto action = TRY(find_for(db, scope, command.action, command.version));
    auto steps = steps_of(db, action.id);
    if (auto problems = problems_with(command, action, steps); !problems.empty())
        return invalid(std::move(problems));
    add_progress(db, scope, action,
                 {.at = scope.now,
                  .who = {},
                  .before = action.status,
                  .status = *command.status,
                  .words = command.words});
    mark_steps(steps, command.steps_done, scope.today);
    save_steps(db, scope, action.id, steps);
    const bool becomes_blocked =
        *command.status == Status::blocked && action.status != Status::blocked;
    action.status = *command.status;
    action.stopped_why = needs_reason(action.status) ? command.stopped_why : "";
    action.steps_done = count_done(steps);
    action.last_update = scope.today;
    TRY(save_action(db, scope, action, {.verb = "action.progress_recorded"}));
    if (becomes_blocked) tell_chair(db, scope, action);
    return action;
}

Result<Action> add_evidence(store::Db& db, const Scope& scope, const AddEvidence& command) {
    auto action = find_action_to_update(db, scope, command.action);
    if (!action || action->withdrawn) return not_found();
    if (auto problems = problems_with(command); !problems.empty())
        return invalid(std::move(problems));
    add_evidence(db, scope, *action,
                 {.at = scope.now,
                  .who = {},
                  .title = command.title,
                  .words = command.words,
                  .link = link_of(db, scope, command)});
    ++action->evidence;
    TRY(save_action(db, scope, *action, {.verb = "action.evidence_added"}));
    return *action;
}

Result<Changed> change_action(store::Db& db, const Scope& scope, const ChangeAction& command) {
    const auto before = TRY(find_for(db, scope, command.action, command.version));
    if (auto problems = problems_with(command, before); !problems.empty())
        return invalid(std::move(problems));
    auto action = before;
    action.title = one_line(command.title);
    action.words = trimmed(command.words).empty() ? action.title : command.words;
    set_owner(db, scope, action, command);
    if (command.tags) TRY(set_tags(db, scope, action, *command.tags));
    const bool target_date = has_new_date_words(command, before);
    if (!target_date && !differ(action, before)) return Changed{.action = before};
    if (target_date) set_target(db, scope, action, command.date_words);
    TRY(save_action(db, scope, action, {.verb = "action.changed"}));
    tell_who_is_new(db, scope, before, action);
    return Changed{.action = action, .anything = true, .target_date = target_date};
}

} // namespace openmasa::plan
