#include "plan/actions/bulk.hpp"
#include "core/access/store.hpp"
#include "kernel/text.hpp"
#include "plan/actions/list_store.hpp"
#include "plan/rules.hpp"
#include <algorithm>

namespace openmasa::plan {
namespace {

bool has_reason(const BulkChange& change) {
    Status status{};
    return from_text(change.status, status) && needs_reason(status);
}

std::vector<Problem> problems_with(const BulkChange& change) {
    std::vector<Problem> problems;
    if (change.chosen.empty()) problems.push_back({"chosen", "Choose at least one action."});
    if (change.owner.empty() && change.status.empty() && change.date_words.empty())
        problems.push_back({"owner", "Say what is to change: the owner, the status or the date."});
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

Result<sheet::Sheet> rows_of(store::Db& db, const BulkChange& change) {
    if (auto problems = problems_with(change); !problems.empty())
        return invalid(std::move(problems));
    sheet::Sheet sheet{.names = {"id", "version"}, .rows = {}, .faults = {}, .remarks = {}};
    std::vector<std::string> values;
    const auto set = [&](const char* column, std::string value) {
        sheet.names.emplace_back(column);
        values.push_back(std::move(value));
    };
    if (!change.owner.empty()) set("owner", owner_name(db, change.owner));
    if (!change.status.empty()) set("status", change.status);
    if (has_reason(change)) set("stopped_why", change.stopped_why);
    if (!change.date_words.empty()) set("target_date", change.date_words);
    for (const auto& chosen : change.chosen) {
        const auto colon = std::min(chosen.find(':'), chosen.size());
        std::vector<std::string> cells = {chosen.substr(0, colon),
                                          chosen.substr(std::min(colon + 1, chosen.size()))};
        cells.insert(cells.end(), values.begin(), values.end());
        sheet.rows.push_back({static_cast<int>(sheet.rows.size()) + 1, std::move(cells)});
    }
    return sheet;
}

} // namespace openmasa::plan
