#include "plan/owed/register.hpp"
#include "plan/owed/store.hpp"
#include "plan/rules.hpp"

namespace openmasa::owed {
namespace {

using registers::Column;
using registers::Holds;

constexpr Column columns[] = {
    {.key = "plan", .label = "[Plan]"},
    {.key = "priority", .label = "[Priority]"},
    {.key = "reference", .label = "Reference"},
    {.key = "action", .label = "Action", .names_row = true},
    {.key = "target_date", .label = "Target date", .holds = Holds::target_date},
    {.key = "understood_as", .label = "Understood as"},
    {.key = "last_day", .label = "Last day", .holds = Holds::day},
    {.key = "time_left", .label = "Time left"},
    {.key = "status", .label = "Status"},
    {.key = "standing", .label = "Standing"},
    {.key = "steps", .label = "Steps", .holds = Holds::number},
    {.key = "steps_done", .label = "Steps done", .holds = Holds::number},
    {.key = "evidence", .label = "Pieces of evidence", .holds = Holds::number},
    {.key = "last_update", .label = "Last update", .holds = Holds::day},
    {.key = "done_on", .label = "Done on", .holds = Holds::day},
    {.key = "id", .label = "Id"},
};

std::string text(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}

registers::Cells cells_of(const OwedAction& action, Day today) {
    const auto standing = plan::standing(action.status, action.deadline, action.evidence, today);
    return {action.plan,
            action.priority,
            action.reference,
            action.title,
            action.date_words,
            action.date_meaning,
            text(action.deadline),
            plan::time_left(action.status, action.deadline, today),
            std::string(plan::to_text(action.status)),
            std::string(ui::to_text(standing)),
            std::to_string(action.steps),
            std::to_string(action.steps_done),
            std::to_string(action.evidence),
            text(action.last_update),
            text(action.done_on),
            action.id.str()};
}

} // namespace

// It is nobody's list of its own: only an owner's page hands its rows over.
constinit const registers::Register owed_register = {.kind = "owed",
                                                     .title = "Owed",
                                                     .one = "action",
                                                     .many = "actions",
                                                     .read = Permission::read_plan,
                                                     .change = Permission::edit_plan,
                                                     .address = "/owners",
                                                     .columns = columns,
                                                     .may_add = false};

registers::EachRow each_row(store::Db& db, const Scope& scope, const Selection& selection) {
    return [&db, &scope, selection](const registers::TakeRow& take) {
        each_owed(db, scope, selection, {},
                  [&](const OwedAction& action) { take(cells_of(action, scope.today)); });
    };
}

} // namespace openmasa::owed
