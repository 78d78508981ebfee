#include "plan/called.hpp"
#include "core/references/references.hpp"
#include "kernel/text.hpp"
#include "plan/running.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

using store::Query;

constexpr Query<std::string()> list_priority_names{"plan.names_of_priorities", R"sql(
    SELECT DISTINCT s.name FROM section s JOIN plan p ON p.id = s.plan_id
    WHERE s.is_priority = 1 AND s.withdrawn_at IS NULL AND p.withdrawn_at IS NULL ORDER BY s.name)sql"};

template<class SomeId> struct InPlan {
    SomeId id;
    PlanId plan;
};
constexpr Query<InPlan<SectionId>(std::string_view)> list_priorities_called{
    "plan.priorities_called", R"sql(
    SELECT s.id, s.plan_id FROM section s JOIN plan p ON p.id = s.plan_id
    WHERE s.name = $1 AND s.is_priority = 1 AND s.withdrawn_at IS NULL AND p.withdrawn_at IS NULL
    ORDER BY p.updated_at DESC, s.id)sql"};
/// Plan by plan, so that the index on its references is used.
constexpr Query<InPlan<ActionId>(std::string_view, std::string_view)> list_actions_called{
    "plan.actions_called", R"sql(
    SELECT a.id, a.plan_id FROM plan p JOIN action a ON a.plan_id = p.id
    WHERE a.reference IN ($1, $2) AND a.withdrawn_at IS NULL AND p.withdrawn_at IS NULL
    ORDER BY p.updated_at DESC, a.id LIMIT 20)sql"};

struct Reference {
    std::string letter;
    int year, number;
};

template<class SomeId>
std::optional<SomeId> in_the_plan_that_runs(store::Db& db, const Scope& scope,
                                            const std::vector<InPlan<SomeId>>& all) {
    if (all.empty()) return std::nullopt;
    if (all.size() == 1) return all.front().id;
    for (const auto& plan : running(list_plans(db, scope), scope.today)) {
        const auto found = std::ranges::find(all, plan.id, &InPlan<SomeId>::plan);
        if (found != all.end()) return found->id;
    }
    return all.front().id;
}

} // namespace

std::vector<std::string> names_of_priorities(store::Db& db) {
    return db.all(list_priority_names);
}

std::optional<SectionId> priority_called(store::Db& db, const Scope& scope, std::string_view name) {
    return in_the_plan_that_runs(db, scope, db.all(list_priorities_called, name));
}

std::optional<ActionId> action_called(store::Db& db, const Scope& scope, std::string_view words) {
    const auto typed = one_line(words);
    if (const auto found = references::find(db, typed); found && found->kind == "action")
        return ActionId::parse(found->id);
    return in_the_plan_that_runs(db, scope, db.all(list_actions_called, typed, upper(typed)));
}

Result<std::vector<ActionId>> actions_called(store::Db& db, const Scope& scope,
                                             std::string_view words) {
    std::vector<ActionId> found;
    std::vector<Problem> problems;
    for (const auto part : split(words, ',')) {
        const auto called = one_line(part);
        if (called.empty()) continue;
        if (const auto id = action_called(db, scope, called))
            found.push_back(*id);
        else
            problems.push_back(
                {"actions", fmt::format("No action is called \u201c{}\u201d.", called)});
    }
    if (!problems.empty()) return invalid(std::move(problems));
    return found;
}

std::string called_aloud(store::Db& db, const std::vector<ActionId>& actions) {
    store::ComposedQuery<Reference> query("plan.called_aloud");
    query.add("SELECT letter, year, number FROM reference WHERE kind = 'action' "
              "AND record_id IN (''");
    for (const auto& id : actions) query.add(", $", id);
    query.add(") ORDER BY year, number");
    std::vector<std::string> references;
    for (const auto& one : db.all(query))
        references.push_back(references::written(one.letter, one.year, one.number));
    return join(references, ", ");
}

} // namespace openmasa::plan
