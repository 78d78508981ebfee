#include "plan/actions/bulk.hpp"
#include "core/access/store.hpp"
#include "core/accounts/people_called.hpp"
#include "kernel/text.hpp"
#include "plan/actions/list_store.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

bool has_reason(const BulkChange& change) {
    Status status{};
    return from_text(change.status, status) && needs_reason(status);
}

bool changes_nothing(const BulkChange& change) {
    return change.to.empty() && change.owner.empty() && change.lead.empty() &&
           change.status.empty() && change.date_words.empty();
}

void check_lead(store::Db& db, const Scope& scope, const BulkChange& change,
                std::vector<Problem>& problems) {
    if (change.lead != "named") return;
    if (trimmed(change.lead_name).empty())
        return problems.push_back({"lead_name", "Write who leads them."});
    const auto called =
        accounts::person_called(db, one_line(change.lead_name), scope.today, "lead_name");
    if (!called) problems.push_back(called.refusal().problems.front());
}

/// Where they move to, by the names that the register says.
struct Names {
    std::string plan, priority, objective;
};

/// Whether those chosen stand in that plan: the page offers the actions of one.
bool stand_in(store::Db& db, const Scope& scope, const BulkChange& change, const PlanId& plan) {
    if (change.chosen.empty()) return false;
    const std::string_view first = change.chosen.front();
    const auto id = ActionId::parse(first.substr(0, first.find(':')));
    const auto action = id ? find_action(db, scope, *id) : std::nullopt;
    return action && action->plan == plan;
}

Result<Names> names_of(store::Db& db, const Scope& scope, const BulkChange& change) {
    if (const auto id = plan_named(change)) {
        const auto plan = find_plan(db, scope, *id);
        if (!plan || plan->withdrawn) return not_found();
        return invalid("to",
                       fmt::format("Choose where in \u201c{}\u201d they move to.", plan->title));
    }
    const auto id = ObjectiveId::parse(change.to);
    const auto objective = id ? find_objective(db, scope, *id) : std::nullopt;
    const auto section = objective ? find_section(db, scope, objective->section) : std::nullopt;
    const auto plan = section ? find_plan(db, scope, section->plan) : std::nullopt;
    if (!plan) return not_found();
    const bool has_twin = std::ranges::count(list_plans(db, scope), plan->title, &Plan::title) > 1;
    if (has_twin && !stand_in(db, scope, change, plan->id))
        return invalid("to", fmt::format("Another one is called \u201c{}\u201d, too. Give one of "
                                         "them another title first.",
                                         plan->title));
    return Names{plan->title, section->name, objective->title};
}

std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const BulkChange& change) {
    std::vector<Problem> problems;
    if (change.chosen.empty()) problems.push_back({"chosen", "Choose at least one action."});
    if (changes_nothing(change))
        problems.push_back({"to", "Say what is to change: where they stand, the owner, the lead, "
                                  "the status or the date."});
    check_lead(db, scope, change, problems);
    if (has_reason(change) && trimmed(change.stopped_why).empty())
        problems.push_back({"stopped_why", "Say why they are blocked or stop."});
    return problems;
}

std::string owner_name(store::Db& db, std::string_view id) {
    for (const auto& owner : access::list_owners(db))
        if (owner.id.view() == id) return owner.name;
    return {};
}

} // namespace

std::vector<BulkRow> bulk_rows(store::Db& db, const Scope& scope, const PlanId& plan,
                               const ActionFilter& filter) {
    std::vector<BulkRow> rows;
    if (!scope.may(Permission::edit_plan)) return rows;
    each_exported(db, {.plan = plan, .filter = filter, .today = scope.today},
                  [&](const ExportedAction& action) {
                      if (rows.size() < most_bulk_rows)
                          rows.push_back({action.id, std::to_string(action.version),
                                          action.reference, action.title, action.owner,
                                          action.date_words, action.status});
                  });
    return rows;
}

std::optional<PlanId> plan_named(const BulkChange& change) {
    if (!change.to.starts_with(into_plan)) return std::nullopt;
    return PlanId::parse(std::string_view(change.to).substr(into_plan.size()));
}

namespace {

/// Columns with the one value that every row has there.
using Values = std::vector<std::pair<std::string, std::string>>;

Result<Values> values_of(store::Db& db, const Scope& scope, const BulkChange& change) {
    Values values;
    auto problems = problems_with(db, scope, change);
    if (!change.to.empty()) {
        auto names = names_of(db, scope, change);
        if (names)
            values = {{"plan", std::move(names->plan)},
                      {"priority", std::move(names->priority)},
                      {"objective", std::move(names->objective)}};
        else if (names.refusal().kind == Refusal::Kind::not_found)
            return not_found();
        else
            problems.push_back(names.refusal().problems.front());
    }
    if (!problems.empty()) return invalid(std::move(problems));
    if (!change.owner.empty()) values.emplace_back("owner", owner_name(db, change.owner));
    if (change.lead == "none") values.emplace_back("lead", "");
    if (change.lead == "named") values.emplace_back("lead", one_line(change.lead_name));
    if (!change.status.empty()) values.emplace_back("status", change.status);
    if (has_reason(change)) values.emplace_back("stopped_why", change.stopped_why);
    if (!change.date_words.empty()) values.emplace_back("target_date", change.date_words);
    return values;
}

} // namespace

Result<sheet::Sheet> rows_of(store::Db& db, const Scope& scope, const BulkChange& change) {
    const auto values = TRY(values_of(db, scope, change));
    sheet::Sheet sheet{.names = {"id", "version"}, .rows = {}, .faults = {}, .remarks = {}};
    for (const auto& [column, value] : values) sheet.names.push_back(column);
    for (const auto& chosen : change.chosen) {
        const auto colon = std::min(chosen.find(':'), chosen.size());
        std::vector<std::string> cells = {chosen.substr(0, colon),
                                          chosen.substr(std::min(colon + 1, chosen.size()))};
        for (const auto& [column, value] : values) cells.push_back(value);
        sheet.rows.push_back({static_cast<int>(sheet.rows.size()) + 1, std::move(cells)});
    }
    return sheet;
}

} // namespace openmasa::plan
