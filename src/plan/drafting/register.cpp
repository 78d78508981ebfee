#include "plan/drafting/register.hpp"
#include "core/access/store.hpp"
#include "core/references/references.hpp"
#include "kernel/text.hpp"
#include "plan/drafting/drafting.hpp"
#include "plan/drafting/rules.hpp"
#include "plan/running.hpp"
#include "plan/store.hpp"
#include "plan/tally_store.hpp"
#include <algorithm>

namespace openmasa::drafting {
namespace {

using plan::Plan;
using registers::Cells;
using registers::Column;
using registers::Holds;
using registers::Proposed;
using registers::Use;

/// As plan/said_type.hpp says them.
constexpr registers::Choice type_choices[] = {{"business", "Business [plan]"},
                                              {"locality", "Locality [plan]"},
                                              {"strategy", "[Priority] strategy"},
                                              {"workforce", "Workforce [plan]"},
                                              {"inspection", "Inspection action [plan]"},
                                              {"task_group", "Task and finish group's [plan]"},
                                              {"other", "Other [plan]"}};

constexpr registers::Choice state_choices[] = {{"runs", "Runs"},
                                               {"not_begun", "Not begun"},
                                               {"ended", "Ended"},
                                               {"followed", "Followed by a newer edition"}};

constexpr registers::FixedView fixed_views[] = {
    {"In force", "state=runs"},
    {"Followed by a newer edition", "state=followed"},
};

constexpr Column columns[] = {
    {.key = "title", .label = "Title", .use = Use::key, .shown = true, .names_row = true},
    {.key = "period",
     .label = "Period",
     .use = Use::key,
     .hint = "For example 2026-27.",
     .shown = true,
     .filters = true,
     .key_may_be_empty = true},
    {.key = "type",
     .label = "What it is",
     .holds = Holds::choice,
     .use = Use::given,
     .choices = type_choices,
     .required = true,
     .shown = true,
     .filters = true},
    {.key = "owner",
     .label = "Owner",
     .holds = Holds::reference,
     .use = Use::given,
     .hint = "Where it is not the whole partnership's.",
     .shown = true,
     .filters = true},
    {.key = "state",
     .label = "State",
     .holds = Holds::choice,
     .choices = state_choices,
     .shown = true,
     .filters = true},
    {.key = "follows", .label = "Follows"},
    {.key = "edition", .label = "Document"},
    {.key = "actions", .label = "Actions", .holds = Holds::number, .shown = true},
    {.key = "late", .label = "Late", .holds = Holds::number, .shown = true},
    {.key = "unproven", .label = "Done, no evidence", .holds = Holds::number},
    {.key = "reference", .label = "Reference", .hint = "To say aloud: the program gives it."},
    {.key = "id", .label = "Id", .use = Use::id},
    {.key = "version", .label = "Version", .holds = Holds::number, .use = Use::version},
};

std::string title_of(const std::vector<Plan>& plans, const std::optional<plan::PlanId>& id) {
    if (!id) return {};
    const auto found = std::ranges::find(plans, *id, &Plan::id);
    return found == plans.end() ? std::string() : found->title;
}

Cells cells_of(const Plan& plan, plan::Runs state, const std::vector<Plan>& plans,
               const plan::Tally& tally, const std::string& reference) {
    return {plan.title, plan.period, std::string(to_text(plan.type)), plan.owner_name.value_or(""),
            std::string(to_text(state)), title_of(plans, plan.follows), plan.edition,
            std::to_string(tally.actions),
            // what went on is late in the edition that follows, what was left is late no more
            std::to_string(state == plan::Runs::followed ? 0 : tally.late()),
            std::to_string(tally.unproven()), reference, plan.id.str(),
            std::to_string(plan.version)};
}

/// By title.
void each_plan(store::Db& db, const Scope& scope, const registers::TakeRow& take) {
    auto plans = plan::list_plans(db, scope);
    std::ranges::sort(plans, {}, [](const Plan& one) {
        return std::make_tuple(lower(one.title), one.period, one.id);
    });
    const auto states = plan::how_they_run(plans, scope.today);
    auto tallies = plan::totals_by_plan(plan::tally_of_all(db, scope), scope.today);
    const auto references = references::of_all(db, references::plan.kind);
    for (std::size_t at = 0; at < plans.size(); ++at) {
        const auto& plan = plans[at];
        const auto reference = references.find(plan.id.str());
        take(cells_of(plan, states[at], plans, tallies[plan.id],
                      reference == references.end() ? std::string() : reference->second));
    }
}

std::vector<std::string> names(store::Db& db, const Scope&, std::string_view) {
    std::vector<std::string> names;
    for (auto& owner : access::list_owners(db)) names.push_back(std::move(owner.name));
    return names;
}

PlanDraft draft_of(store::Db& db, const Proposed& row) {
    PlanDraft draft{.id = plan::PlanId::parse(row.id),
                    .version = row.version,
                    .title = row["title"],
                    .period = row["period"]};
    from_text(row["type"], draft.type);
    if (const auto owner = access::find_owner(db, row["owner"])) draft.owner.id = owner->id;
    return draft;
}

std::vector<Problem> problems(store::Db& db, const Scope&, const Proposed& row) {
    return problems_with(draft_of(db, row));
}

Result<Done> save_row(store::Db& db, const Scope& scope, const Proposed& row) {
    TRY(save(db, scope, draft_of(db, row)));
    return Done{};
}

std::string page_of(const Cells& row) {
    return "/plans/" + row[registers::place_of(columns, "id")] + "/actions";
}

} // namespace

constinit const registers::Register plan_register = {.kind = "plans",
                                                     .title = "[Plans]",
                                                     .one = "[plan]",
                                                     .many = "[plans]",
                                                     .read = Permission::read_plan,
                                                     .change = Permission::edit_plan,
                                                     .address = "/plans/all",
                                                     .columns = columns,
                                                     .each = each_plan,
                                                     .names = names,
                                                     .problems = problems,
                                                     .save = save_row,
                                                     .page_of = page_of,
                                                     .views = fixed_views,
                                                     .looks_back = true};

} // namespace openmasa::drafting
