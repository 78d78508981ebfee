#include "plan/actions/row_saving.hpp"
#include "core/access/store.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/id_list.hpp"
#include "kernel/text.hpp"
#include "plan/actions/actions.hpp"
#include "plan/actions/leading.hpp"
#include "plan/actions/places.hpp"
#include "plan/actions/rules.hpp"
#include "plan/move_action.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

using registers::Proposed;

std::optional<OwnerId> owner_called(store::Db& db, const std::string& name) {
    const auto owner = name.empty() ? std::nullopt : access::find_owner(db, name);
    return owner ? std::optional(owner->id) : std::nullopt;
}

/// The tags of the row's names; unset where it changes none.
std::optional<std::string> tags_of(store::Db& db, const Proposed& row) {
    if (!row.changes("themes") && !row.changes("flourish")) return std::nullopt;
    const auto book = terms::term_book(db);
    std::string tags;
    for (const auto& kind : terms::tag_kinds)
        tags = terms::with_names(*book, tags, kind.kind, row[kind.field]);
    return tags;
}

ChangeAction change_of(store::Db& db, const Proposed& row, std::int64_t version) {
    return {.action = ActionId::parse(row.id).value_or(ActionId{}),
            .version = version,
            .title = row["action"],
            .words = row["words"],
            .owner = owner_called(db, row["owner"]),
            .new_owner = {},
            .date_words = row["target_date"],
            .tags = tags_of(db, row)};
}

bool changes_words(const Proposed& row) {
    return row.changes("action") || row.changes("words") || row.changes("owner") ||
           row.changes("target_date") || row.changes("themes") || row.changes("flourish");
}

bool changes_who(const Proposed& row) {
    return row.changes("lead") || row.changes("contributors") || row.changes("waits_for");
}

std::vector<OwnerId> owners_called(store::Db& db, std::string_view names) {
    std::vector<OwnerId> owners;
    for (auto name : split(names, ';'))
        if (const auto owner = owner_called(db, one_line(name))) owners.push_back(*owner);
    return owners;
}

/// What the row does not change stays as it is.
SayWho who_of(store::Db& db, const Proposed& row, const Action& now) {
    SayWho command{.action = now.id,
                   .version = now.version,
                   .lead = now.lead,
                   .other_lead = {},
                   .contributors = ids_in<OwnerId>(now.contributors),
                   .waits_for = written(db, now)};
    if (row.changes("lead")) {
        command.lead.reset();
        command.other_lead = row["lead"];
    }
    if (row.changes("contributors")) command.contributors = owners_called(db, row["contributors"]);
    if (row.changes("waits_for")) command.waits_for = row["waits_for"];
    return command;
}

bool changes_status(const Proposed& row) {
    return row.changes("status") || row.changes("stopped_why");
}

/// The status as the row has it, with the steps as they are. Only "stopped" has a reason.
RecordProgress progress_of_row(store::Db& db, const Proposed& row, std::int64_t version) {
    RecordProgress command{.action = ActionId::parse(row.id).value_or(ActionId{}),
                           .version = version,
                           .stopped_why = row["stopped_why"]};
    Status status{};
    if (from_text(row["status"], status)) command.status = status;
    for (const auto& step : steps_of(db, command.action))
        if (step.done_on) command.steps_done.push_back(step.id);
    return command;
}

/// The column that a form's field stands for.
std::string_view column_of(std::string_view field) {
    if (field == "title") return "action";
    if (field == "other_lead") return "lead";
    if (field == "lead" || field == "contributors" || field == "waits_for") return field;
    if (field == "themes") return "themes";
    if (field == "date_words") return "target_date";
    if (field == "new_owner") return "owner";
    if (field == "objective") return field;
    return field == "words" || field == "stopped_why" || field == "status" ? field : "reference";
}

void add_problems(std::vector<Problem>& to, std::vector<Problem> problems) {
    for (auto& problem : problems)
        to.push_back({std::string(column_of(problem.field)), std::move(problem.words)});
}

void check_tags(store::Db& db, const Scope& scope, const Proposed& row, const Action& action,
                std::vector<Problem>& found) {
    const auto tags = tags_of(db, row);
    if (!tags) return;
    const auto ended =
        terms::no_longer_used(*terms::term_book(db), action.tags, *tags, scope.today);
    if (!ended.empty())
        found.push_back({"themes", fmt::format("{} is no longer used.", join(ended, ", "))});
}

/// From here on it is judged as if it stood there already.
void check_place(store::Db& db, const Proposed& row, Action& action, std::vector<Problem>& found) {
    if (!changes_place(row)) return;
    const auto place = place_of(db, row, action);
    if (!place) return add_problems(found, place.refusal().problems);
    action.plan = place->plan;
    action.section = place->section;
    action.objective = place->objective;
}

} // namespace

std::vector<Problem> problems_of_row(store::Db& db, const Scope& scope, const Proposed& row) {
    const auto id = ActionId::parse(row.id);
    auto action = id ? find_action_to_update(db, scope, *id) : std::nullopt;
    if (!action) return {{"reference", "You may not change this action."}};
    std::vector<Problem> found;
    check_place(db, row, *action, found);
    if (changes_words(row))
        add_problems(found, problems_with(change_of(db, row, row.version), *action));
    check_tags(db, scope, row, *action, found);
    if (changes_who(row)) {
        const auto who = with_who(db, scope, who_of(db, row, *action), *action);
        if (!who) add_problems(found, who.refusal().problems);
    }
    if (changes_status(row))
        add_problems(found, problems_with(progress_of_row(db, row, row.version), *action,
                                          steps_of(db, *id)));
    Status status{};
    const bool has_reason = from_text(row["status"], status) && needs_reason(status);
    if (!has_reason && row.changes("stopped_why") && !row["stopped_why"].empty())
        found.push_back({"stopped_why", "Only an action that is blocked or stopped has a reason."});
    return found;
}

namespace {

Result<bool> save_place(store::Db& db, const Scope& scope, const Proposed& row) {
    if (!changes_place(row)) return false;
    const auto action = find_action_to_update(db, scope, *ActionId::parse(row.id));
    if (!action) return not_found();
    const auto place = TRY(place_of(db, row, *action));
    return move_action(db, scope,
                       {.action = action->id, .version = row.version, .to = place.objective});
}

} // namespace

Result<Done> save_row(store::Db& db, const Scope& scope, const Proposed& row) {
    auto version = row.version;
    if (TRY(save_place(db, scope, row))) ++version;
    if (changes_words(row)) {
        const auto changed = TRY(change_action(db, scope, change_of(db, row, version)));
        if (changed.anything) ++version;
    }
    if (changes_who(row)) {
        const auto now = find_action_to_update(db, scope, *ActionId::parse(row.id));
        if (!now) return not_found();
        if (TRY(say_who(db, scope, who_of(db, row, *now)))) ++version;
    }
    if (changes_status(row)) TRY(record_progress(db, scope, progress_of_row(db, row, version)));
    return Done{};
}

} // namespace openmasa::plan
