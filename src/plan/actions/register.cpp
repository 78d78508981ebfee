#include "plan/actions/register.hpp"
#include "core/access/store.hpp"
#include "core/references/references.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/id_list.hpp"
#include "kernel/text.hpp"
#include "plan/actions/leading.hpp"
#include "plan/actions/list_store.hpp"
#include "plan/actions/places.hpp"
#include "plan/actions/row_saving.hpp"
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
    {.key = "plan", .label = "[Plan]", .holds = Holds::reference, .use = Use::key},
    {.key = "priority", .label = "[Priority]", .holds = Holds::reference, .use = Use::given},
    {.key = "objective",
     .label = "Objective",
     .holds = Holds::reference,
     .use = Use::given,
     .hint = "Another one moves the action there.",
     .longest = 4000},
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
     .longest = 1000,
     .may_name_rows = true},
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

std::vector<std::string> names(store::Db& db, const Scope&, std::string_view key) {
    for (const auto& kind : terms::tag_kinds)
        if (key == kind.field) return terms::names_of_kind(*terms::term_book(db), kind.kind);
    if (key == "plan" || key == "priority" || key == "objective") return names_of_places(db, key);
    std::vector<std::string> names;
    for (auto& owner : access::list_owners(db)) names.push_back(std::move(owner.name));
    return names;
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
    .problems = problems_of_row,
    .save = save_row,
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
