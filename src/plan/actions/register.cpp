#include "plan/actions/register.hpp"
#include "plan/actions/list_store.hpp"
#include "plan/rules.hpp"

namespace openmasa::plan {
namespace {

using registers::Cells;
using registers::Column;
using registers::Holds;
using registers::Use;

constexpr registers::Choice status_choices[] = {{"not_started", "Not started"},
                                                {"in_progress", "In progress"},
                                                {"at_risk", "At risk"},
                                                {"done", "Done"},
                                                {"stopped", "Stopped"}};

constexpr Column columns[] = {
    {.key = "plan", .label = "Plan", .use = Use::key},
    {.key = "priority", .label = "Priority"},
    {.key = "objective", .label = "Objective"},
    {.key = "reference", .label = "Reference", .use = Use::key},
    {.key = "action", .label = "Action", .use = Use::given},
    {.key = "words", .label = "In full", .holds = Holds::long_words, .use = Use::given},
    {.key = "owner", .label = "Owner", .holds = Holds::reference, .use = Use::given},
    {.key = "target_date", .label = "Target date", .holds = Holds::target_date, .use = Use::given},
    {.key = "target_kind", .label = "Kind of date"},
    {.key = "understood_as", .label = "Understood as"},
    {.key = "earliest", .label = "Earliest", .holds = Holds::day},
    {.key = "latest", .label = "Latest", .holds = Holds::day},
    {.key = "status",
     .label = "Status",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = status_choices},
    {.key = "standing", .label = "Standing"},
    {.key = "stopped_why", .label = "Why stopped", .holds = Holds::long_words, .use = Use::given},
    {.key = "steps", .label = "Steps", .holds = Holds::number},
    {.key = "steps_done", .label = "Steps done", .holds = Holds::number},
    {.key = "evidence", .label = "Pieces of evidence", .holds = Holds::number},
    {.key = "last_update", .label = "Last update", .holds = Holds::day},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

std::string text(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}

void fill(Cells& cells, const ExportedAction& a, Day today) {
    cells = {a.plan,
             a.priority,
             a.objective,
             a.reference,
             a.title,
             a.words,
             a.owner,
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

} // namespace

constinit const registers::Register action_register = {.kind = "actions",
                                                       .title = "Actions",
                                                       .one = "action",
                                                       .many = "actions",
                                                       .read = Permission::read_plan,
                                                       .change = Permission::edit_plan,
                                                       .address = "/actions",
                                                       .columns = columns,
                                                       .each = each_of_all};

registers::EachRow each_action(store::Db& db, const Scope& scope, const std::optional<PlanId>& plan,
                               const ActionFilter& filter) {
    return [&db, &scope, plan, filter](const registers::TakeRow& take) {
        if (!scope.may(Permission::read_plan)) return;
        Cells cells;
        each_exported(db, plan, filter, scope.today, [&](const ExportedAction& action) {
            fill(cells, action, scope.today);
            take(cells);
        });
    };
}

} // namespace openmasa::plan
