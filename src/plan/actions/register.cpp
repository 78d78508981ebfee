#include "plan/actions/register.hpp"
#include "core/access/store.hpp"
#include "core/references/references.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/id_list.hpp"
#include "kernel/text.hpp"
#include "plan/actions/actions.hpp"
#include "plan/actions/leading.hpp"
#include "plan/actions/list_store.hpp"
#include "plan/actions/rules.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

using registers::Cells;
using registers::Column;
using registers::Holds;
using registers::Proposed;
using registers::Use;

constexpr registers::Choice status_choices[] = {{"not_started", "Not started"},
                                                {"in_progress", "In progress"},
                                                {"at_risk", "At risk"},
                                                {"blocked", "Blocked"},
                                                {"done", "Done"},
                                                {"stopped", "Stopped"}};

constexpr registers::Choice standing_choices[] = {{"not_started", "Not started"},
                                                  {"in_progress", "In progress"},
                                                  {"at_risk", "At risk"},
                                                  {"blocked", "Blocked"},
                                                  {"late", "Late"},
                                                  {"done", "Done"},
                                                  {"unproven", "Done, no evidence"},
                                                  {"stopped", "Stopped"}};

constexpr Column columns[] = {
    {.key = "plan", .label = "[Plan]", .use = Use::key, .fixed = true},
    {.key = "priority", .label = "[Priority]"},
    {.key = "objective", .label = "Objective"},
    {.key = "reference", .label = "Reference", .use = Use::key, .fixed = true, .shown = true},
    {.key = "spoken_reference", .label = "Reference to say aloud"},
    {.key = "action",
     .label = "Action",
     .use = Use::given,
     .required = true,
     .shown = true,
     .names_row = true},
    {.key = "words",
     .label = "In full",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = 20000},
    {.key = "owner", .label = "Owner", .holds = Holds::reference, .use = Use::given, .shown = true},
    {.key = "lead", .label = "Lead", .use = Use::given, .hint = "A person, by name."},
    {.key = "contributors",
     .label = "Contributors",
     .holds = Holds::references,
     .use = Use::given,
     .hint = "With ; between.",
     .longest = 4000},
    {.key = "waits_for",
     .label = "Waits for",
     .use = Use::given,
     .hint = "References of other actions, with a comma between.",
     .longest = 1000},
    {.key = "themes",
     .label = "Themes",
     .holds = Holds::references,
     .use = Use::given,
     .hint = "With ; between.",
     .longest = 2000},
    {.key = "flourish",
     .label = "FLOURISH domains",
     .holds = Holds::references,
     .use = Use::given,
     .hint = "With ; between.",
     .longest = 2000},
    {.key = "target_date",
     .label = "Target date",
     .holds = Holds::target_date,
     .use = Use::given,
     .shown = true},
    {.key = "target_kind", .label = "Kind of date"},
    {.key = "understood_as", .label = "Understood as"},
    {.key = "earliest", .label = "Earliest", .holds = Holds::day},
    {.key = "latest", .label = "Latest", .holds = Holds::day},
    {.key = "status",
     .label = "Status",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = status_choices,
     .required = true},
    {.key = "standing", .label = "Standing", .choices = standing_choices, .shown = true},
    {.key = "stopped_why",
     .label = "Why blocked or stopped",
     .holds = Holds::long_words,
     .use = Use::given,
     .longest = 4000},
    {.key = "steps", .label = "Steps", .holds = Holds::number},
    {.key = "steps_done", .label = "Steps done", .holds = Holds::number},
    {.key = "evidence", .label = "Pieces of evidence", .holds = Holds::number, .shown = true},
    {.key = "last_update", .label = "Last update", .holds = Holds::day},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

std::string text(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}

void fill(Cells& cells, const ExportedAction& a, const terms::TermBook& book,
          const CalledByIds& called, Day today) {
    cells = {a.plan,
             a.priority,
             a.objective,
             a.reference,
             a.letter.empty() ? std::string() : references::written(a.letter, a.year, a.number),
             a.title,
             a.words,
             a.owner,
             a.lead,
             contributors_in_words(called, a.contributors),
             waits_for_in_words(called, a.plan_id, a.waits_for),
             terms::names_in(book, a.tags, terms::Kind::theme),
             terms::names_in(book, a.tags, terms::Kind::flourish),
             a.date_words,
             a.date_kind,
             a.date_meaning,
             text(a.earliest),
             text(a.latest),
             std::string(to_text(a.status)),
             std::string(ui::to_text(standing(a.status, a.deadline, a.evidence, today))),
             a.stopped_why,
             std::to_string(a.steps),
             std::to_string(a.steps_done),
             std::to_string(a.evidence),
             text(a.last_update),
             a.id,
             std::to_string(a.version)};
}

void each_of_all(store::Db& db, const Scope& scope, const registers::TakeRow& take) {
    each_action(db, scope, {}, {})(take);
}

// ------------------------------------------------------------------------------------- import

/// Withdrawn terms too: what carries one keeps it.
std::vector<std::string> names_of_terms(store::Db& db, terms::Kind kind) {
    std::vector<std::string> names;
    for (const auto& term : terms::term_book(db)->all())
        if (term.kind == kind) names.push_back(term.name);
    return names;
}

std::vector<std::string> names(store::Db& db, const Scope&, std::string_view key) {
    for (const auto& kind : terms::tag_kinds)
        if (key == kind.field) return names_of_terms(db, kind.kind);
    std::vector<std::string> names;
    for (auto& owner : access::list_owners(db)) names.push_back(std::move(owner.name));
    return names;
}

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

ChangeAction change_of(store::Db& db, const Proposed& row) {
    return {.action = ActionId::parse(row.id).value_or(ActionId{}),
            .version = row.version,
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
    return field == "words" || field == "stopped_why" || field == "status" ? field : "reference";
}

void add_problems(std::vector<Problem>& to, std::vector<Problem> problems) {
    for (auto& problem : problems)
        to.push_back({std::string(column_of(problem.field)), std::move(problem.words)});
}

std::vector<Problem> problems(store::Db& db, const Scope& scope, const Proposed& row) {
    const auto id = ActionId::parse(row.id);
    const auto action = id ? find_action_to_update(db, scope, *id) : std::nullopt;
    if (!action) return {{"reference", "You may not change this action."}};
    std::vector<Problem> found;
    if (changes_words(row)) add_problems(found, problems_with(change_of(db, row), *action));
    if (const auto tags = tags_of(db, row)) {
        const auto ended =
            terms::no_longer_used(*terms::term_book(db), action->tags, *tags, scope.today);
        if (!ended.empty())
            found.push_back({"themes", fmt::format("{} is no longer used.", join(ended, ", "))});
    }
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

/// Words first, then who does it, then the status: each leaves its own entry, as the two forms do.
Result<Done> save(store::Db& db, const Scope& scope, const Proposed& row) {
    auto version = row.version;
    if (changes_words(row)) {
        const auto changed = TRY(change_action(db, scope, change_of(db, row)));
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

std::string page_of(const Cells& row) {
    return "/actions/" + row[registers::place_of(columns, "id")];
}

} // namespace

constinit const registers::Register action_register = {
    .kind = "actions",
    .title = "Actions",
    .one = "action",
    .many = "actions",
    .read = Permission::read_plan,
    .change = Permission::edit_plan,
    .address = "/actions",
    .columns = columns,
    .may_add = false,
    .why_not_new = "New actions come with [a plan] from Word.",
    .each = each_of_all,
    .names = names,
    .problems = problems,
    .save = save,
    .page_of = page_of,
    .looks_back = true};

namespace {

bool needs_names(const ExportedAction& action) {
    return !action.contributors.empty() || !action.waits_for.empty();
}

std::vector<ExportedAction> page_of_rows(store::Db& db, const Exported& which) {
    std::vector<ExportedAction> rows;
    each_exported(db, which, [&](const ExportedAction& action) { rows.push_back(action); });
    return rows;
}

} // namespace

registers::EachRow each_action(store::Db& db, const Scope& scope, const std::optional<PlanId>& plan,
                               const ActionFilter& filter,
                               const std::optional<listing::Paging>& paging) {
    return [&db, &scope, plan, filter, paging](const registers::TakeRow& take) {
        if (!scope.may(Permission::read_plan)) return;
        const Exported which{
            .plan = plan, .filter = filter, .today = scope.today, .paging = paging};
        Cells cells;
        const auto book = terms::term_book(db);
        if (!paging) { // every row, in constant memory
            const auto called = called_by_ids(db, plan);
            return each_exported(db, which, [&](const ExportedAction& action) {
                fill(cells, action, *book, called, scope.today);
                take(cells);
            });
        }
        const auto rows = page_of_rows(db, which);
        const auto called =
            std::ranges::any_of(rows, needs_names) ? called_by_ids(db, plan) : CalledByIds();
        for (const auto& action : rows) {
            fill(cells, action, *book, called, scope.today);
            take(cells);
        }
    };
}

} // namespace openmasa::plan
