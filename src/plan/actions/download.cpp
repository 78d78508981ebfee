#include "plan/actions/download.hpp"
#include "plan/actions/list_store.hpp"
#include "plan/rules.hpp"

namespace openmasa::plan {
namespace {

/// A row with what the rules say of it today.
struct Row {
    ExportedAction action;
    Day today;
};

std::string text(const std::optional<Day>& day) {
    return day ? iso(*day) : std::string();
}

std::string standing_of(const Row& row) {
    const auto& a = row.action;
    return std::string(ui::to_text(standing(a.status, a.deadline, a.evidence, row.today)));
}

constexpr listing::Column<Row> columns[] = {
    {"plan", [](const Row& r) { return r.action.plan; }},
    {"priority", [](const Row& r) { return r.action.priority; }},
    {"objective", [](const Row& r) { return r.action.objective; }},
    {"reference", [](const Row& r) { return r.action.reference; }},
    {"action", [](const Row& r) { return r.action.title; }},
    {"words", [](const Row& r) { return r.action.words; }},
    {"owner", [](const Row& r) { return r.action.owner; }},
    {"target_date", [](const Row& r) { return r.action.date_words; }},
    {"target_kind", [](const Row& r) { return r.action.date_kind; }},
    {"understood_as", [](const Row& r) { return r.action.date_meaning; }},
    {"earliest", [](const Row& r) { return text(r.action.earliest); }},
    {"latest", [](const Row& r) { return text(r.action.latest); }},
    {"status", [](const Row& r) { return std::string(to_text(r.action.status)); }},
    {"standing", standing_of},
    {"stopped_why", [](const Row& r) { return r.action.stopped_why; }},
    {"steps", [](const Row& r) { return r.action.steps; }},
    {"steps_done", [](const Row& r) { return r.action.steps_done; }},
    {"evidence", [](const Row& r) { return r.action.evidence; }},
    {"last_update", [](const Row& r) { return text(r.action.last_update); }},
    {"id", [](const Row& r) { return r.action.id; }},
};

} // namespace

std::string actions_as(listing::Format format, store::Db& db, const Scope& scope,
                       const std::optional<PlanId>& plan, const ActionFilter& filter) {
    std::vector<Row> rows;
    if (scope.may(Permission::read_plan))
        for (auto& action : list_for_export(db, plan, filter, scope.today))
            rows.push_back({std::move(action), scope.today});
    return format == listing::Format::csv ? listing::to_csv<Row>(columns, rows)
                                          : listing::to_json<Row>(columns, rows);
}

} // namespace openmasa::plan
