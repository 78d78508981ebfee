#include "plan/succession.hpp"

namespace openmasa::plan {
namespace {

using store::Query;

struct Row {
    PlanId id;
    std::string title, period;
    bool is_after;
};
constexpr Query<Row(PlanId, std::optional<PlanId>)> list_neighbours{"plan.neighbours", R"sql(
    SELECT p.id, p.title, p.period, coalesce(p.follows_id, '') = $1 FROM plan p
    WHERE (p.follows_id = $1 OR p.id = $2) AND p.withdrawn_at IS NULL ORDER BY p.updated_at, p.id)sql"};
Html fact(std::string_view said, const Neighbour& plan) {
    return html(R"({} <a class="govuk-link govuk-link--no-visited-state" href="/plans/{}">{}</a>)",
                said, plan.id, name_of(plan));
}

} // namespace

Succession succession_of(store::Db& db, const Scope& scope, const Plan& plan) {
    Succession found;
    if (!scope.may(Permission::read_plan)) return found;
    for (auto& row : db.all(list_neighbours, plan.id, plan.follows))
        (row.is_after ? found.after : found.before) =
            Neighbour{row.id, std::move(row.title), std::move(row.period)};
    return found;
}

std::string_view name_of(const Neighbour& plan) {
    return plan.period.empty() ? plan.title : plan.period;
}

std::vector<Html> succession_facts(const Succession& succession) {
    std::vector<Html> facts;
    if (succession.before) facts.push_back(fact("Follows", *succession.before));
    if (succession.after) facts.push_back(fact("Followed by", *succession.after));
    return facts;
}

} // namespace openmasa::plan
