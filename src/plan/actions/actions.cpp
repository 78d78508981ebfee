#include "plan/actions/actions.hpp"
#include "core/access/store.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/text.hpp"
#include "plan/actions/rules.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "plan/telling.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

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

bool differ(const Action& one, const Action& other) {
    return one.title != other.title || one.words != other.words || one.owner != other.owner ||
           one.tags != other.tags;
}

} // namespace

Result<Changed> change_action(store::Db& db, const Scope& scope, const ChangeAction& command) {
    const auto before = TRY(find_as_read(db, scope, command.action, command.version));
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
