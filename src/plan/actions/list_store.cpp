#include "plan/actions/list_store.hpp"
#include <algorithm>
#include <utility>

namespace openmasa::plan {
namespace {

using store::ComposedQuery;
using store::Query;
using When = ActionFilter::When;
using Sort = ActionFilter::Sort;

/// What LIKE finds wherever these words stand; its own signs among them are only themselves.
std::string anywhere(std::string_view words) {
    std::string pattern = "%";
    for (char c : words) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + '%';
}

template<class Row> void add_words(ComposedQuery<Row>& query, const std::string& words) {
    if (words.empty()) return;
    query.add("AND lower(a.reference || ' ' || a.title || ' ' || a.words) LIKE lower($) ESCAPE '!'",
              anywhere(words));
}

template<class Row, class Values>
void add_any_of(ComposedQuery<Row>& query, store::SqlPiece<1> test, const Values& values) {
    if (values.empty()) return;
    query.add("AND (FALSE");
    for (const auto& value : values) query.add("OR").add(test, value);
    query.add(")");
}

template<class Row> void add_when(ComposedQuery<Row>& query, When when, Day today) {
    switch (when) {
    case When::any: return;
    case When::late:
        query.add("AND a.deadline < $ AND a.status NOT IN ('done', 'stopped')", today);
        return;
    case When::soon:
        query.add("AND a.deadline BETWEEN $ AND $ AND a.status NOT IN ('done', 'stopped')", today,
                  today + std::chrono::days{due_soon_days});
        return;
    case When::none: query.add("AND a.date_kind = 'unknown'"); return;
    }
}

template<class Row>
void add_filter(ComposedQuery<Row>& query, const ActionFilter& filter, Day today) {
    query.add("AND a.withdrawn_at IS NULL");
    add_words(query, filter.words);
    add_any_of(query, "a.section_id = $", filter.priorities);
    add_any_of(query, "a.status = $", filter.statuses);
    add_when(query, filter.when, today);
    if (filter.owner == ActionFilter::Owner::none) query.add("AND a.owner_id IS NULL");
    if (filter.owner == ActionFilter::Owner::one) query.add("AND a.owner_id = $", filter.owner_id);
    if (filter.evidence_missing) query.add("AND a.status = 'done' AND a.evidence = 0");
}

template<class Row> void add_order(ComposedQuery<Row>& query, Sort sort) {
    switch (sort) {
    case Sort::plan: query.add("ORDER BY a.position"); return;
    case Sort::owner: query.add("ORDER BY w.name NULLS LAST, a.position"); return;
    case Sort::date: query.add("ORDER BY a.deadline NULLS LAST, a.position"); return;
    case Sort::status:
        query.add(
            "ORDER BY CASE a.status WHEN 'at_risk' THEN 1 WHEN 'not_started' THEN 2 WHEN 'in_progress' THEN 3 "
            "WHEN 'done' THEN 4 ELSE 5 END, a.position");
        return;
    }
}

constexpr Query<access::Owner(PlanId)> list_owners_in{"actions.owners", R"sql(
    SELECT w.id, w.name FROM owner w
    WHERE EXISTS (SELECT 1 FROM action a WHERE a.plan_id = $1 AND a.owner_id = w.id AND a.withdrawn_at IS NULL)
    ORDER BY w.name)sql"};

} // namespace

/// How many rows the filter lets through, when the groups can tell: they know sections and
/// statuses.
std::optional<int> counted_by(const std::vector<TallyGroup>& groups, ActionFilter filter) {
    const auto priorities = std::exchange(filter.priorities, {});
    const auto statuses = std::exchange(filter.statuses, {});
    if (filter.in_use() > 0) return std::nullopt;
    const auto lets_through = [](const auto& chosen, const auto& value) {
        return chosen.empty() || std::ranges::count(chosen, value) > 0;
    };
    int rows = 0;
    for (const auto& group : groups)
        if (lets_through(priorities, group.section) && lets_through(statuses, group.status))
            rows += group.actions;
    return rows;
}

int count_actions(store::Db& db, const PlanId& plan, const ActionFilter& filter, Day today) {
    ComposedQuery<int> query("actions.count");
    query.add("SELECT count(*) FROM action a WHERE a.plan_id = $", plan);
    add_filter(query, filter, today);
    const auto counted = db.all(query);
    return counted.empty() ? 0 : counted.front();
}

void each_listed(store::Db& db, const PlanId& plan, const ActionFilter& filter, Day today,
                 const listing::Paging& paging,
                 const std::function<void(const ListedAction&)>& take) {
    ComposedQuery<ListedAction> query("actions.list");
    query.add(
        "SELECT a.id, a.section_id, a.objective_id, a.owner_id, a.reference, a.title, a.date_words, "
        "a.date_kind, a.date_meaning, a.deadline, a.status, a.steps, a.steps_done, a.evidence FROM action a");
    if (filter.sort == Sort::owner) query.add("LEFT JOIN owner w ON w.id = a.owner_id");
    query.add("WHERE a.plan_id = $", plan);
    add_filter(query, filter, today);
    add_order(query, filter.sort);
    query.add("LIMIT $ OFFSET $", listing::rows_a_page, paging.offset());
    db.each(query, [&](ListedAction&& row) { take(row); });
}

std::vector<ExportedAction> list_for_export(store::Db& db, const std::optional<PlanId>& plan,
                                            const ActionFilter& filter, Day today) {
    ComposedQuery<ExportedAction> query("actions.export");
    query.add(
        "SELECT p.title, s.name, o.title, a.reference, a.title, a.words, coalesce(w.name, ''), a.date_words, "
        "a.date_kind, a.date_meaning, a.earliest, a.latest, a.deadline, a.status, a.stopped_why, a.steps, "
        "a.steps_done, a.evidence, a.last_update, a.id FROM action a JOIN plan p ON p.id = a.plan_id "
        "JOIN section s ON s.id = a.section_id JOIN objective o ON o.id = a.objective_id "
        "LEFT JOIN owner w ON w.id = a.owner_id WHERE TRUE");
    if (plan) query.add("AND a.plan_id = $", *plan);
    add_filter(query, filter, today);
    if (!plan)
        query.add("ORDER BY p.created_at, p.id, a.position");
    else
        add_order(query, filter.sort);
    return db.all(query);
}

std::vector<access::Owner> owners_in(store::Db& db, const PlanId& plan) {
    return db.all(list_owners_in, plan);
}

} // namespace openmasa::plan
