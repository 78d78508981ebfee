#include "plan/actions/list_store.hpp"
#include "core/access/store.hpp"
#include "core/terms/store.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
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

/// Each word must be found, wherever it stands.
template<class Row> void add_each_word(ComposedQuery<Row>& query, std::string_view words) {
    constexpr std::size_t most = 12;
    auto line = one_line(words);
    std::size_t count = 0;
    for (auto word : split(line, ' ')) {
        if (word.empty() || ++count > most) continue;
        const auto pattern = anywhere(word);
        query.add(
            "AND (lower(a.reference || ' ' || a.title || ' ' || a.words || ' ' || a.date_words) "
            "LIKE lower($) ESCAPE '!' OR a.owner_id IN "
            "(SELECT id FROM owner WHERE lower(name) LIKE lower($) ESCAPE '!'))",
            pattern, pattern);
    }
}

/// What was typed, or what else the partnership's terms say for the same.
template<class Row>
void add_words(ComposedQuery<Row>& query, std::string_view words,
               const std::vector<std::string>& other_words) {
    if (words.empty()) return;
    query.add("AND ((TRUE");
    add_each_word(query, words);
    for (const auto& other : other_words) {
        query.add(") OR (TRUE");
        add_each_word(query, other);
    }
    query.add("))");
}

std::vector<std::string> other_words(store::Db& db, const ActionFilter& filter) {
    if (filter.words.empty()) return {};
    return terms::term_book(db)->other_words(filter.words);
}

template<class Row, class Values>
void add_any_of(ComposedQuery<Row>& query, store::SqlPiece<1> test, const Values& values) {
    if (values.empty()) return;
    query.add("AND (FALSE");
    for (const auto& value : values) query.add("OR").add(test, value);
    query.add(")");
}

// What is open, and what comes next, are written as the index action_by_date has them: it then
// finds what is late or soon, and gives the list by date in its order.
template<class Row> void add_open(ComposedQuery<Row>& query) {
    query.add("AND (a.status IN ('done', 'stopped')) = FALSE");
}

/// The same as due_next() (plan/rules.hpp) says.
template<class Row> void add_when(ComposedQuery<Row>& query, When when, Day today) {
    if (when != When::any) add_open(query);
    switch (when) {
    case When::any: return;
    case When::late: query.add("AND a.deadline < $", today); return;
    case When::soon:
        query.add("AND coalesce(a.next_step, a.deadline, '9999-12-31') <= $ "
                  "AND coalesce(a.deadline, '9999-12-31') >= $",
                  today + std::chrono::days{due_soon_days}, today);
        return;
    case When::none: query.add("AND a.date_kind = 'unknown'"); return;
    }
}

template<class Row>
void add_tags(ComposedQuery<Row>& query, const std::vector<terms::TermId>& tags) {
    std::vector<std::string> patterns;
    for (const auto& id : tags) patterns.push_back("%" + id.str() + "%");
    add_any_of(query, "a.tags LIKE $", patterns);
}

template<class Row>
void add_filter(ComposedQuery<Row>& query, store::Db& db, const ActionFilter& filter, Day today) {
    query.add("AND a.withdrawn_at IS NULL");
    add_words(query, filter.words, other_words(db, filter));
    add_any_of(query, "a.section_id = $", filter.priorities);
    add_any_of(query, "a.status = $", filter.statuses);
    add_tags(query, filter.tags);
    add_when(query, filter.when, today);
    if (filter.owner == ActionFilter::Owner::none) {
        query.add("AND a.owner_id IS NULL");
        add_open(query);
    }
    if (filter.owner == ActionFilter::Owner::one) query.add("AND a.owner_id = $", filter.owner_id);
    if (filter.evidence_missing) query.add("AND a.status = 'done' AND a.evidence = 0");
}

/// By standing: late, blocked, at risk, not started, in progress, done without evidence, done,
/// stopped.
template<class Row> void add_order_by_standing(ComposedQuery<Row>& query, Day today) {
    query.add("ORDER BY CASE WHEN a.status = 'stopped' THEN 7 "
              "WHEN a.status = 'done' THEN CASE WHEN a.evidence = 0 THEN 5 ELSE 6 END "
              "WHEN a.deadline < $ THEN 0 WHEN a.status = 'blocked' THEN 1 "
              "WHEN a.status = 'at_risk' THEN 2 "
              "WHEN a.status = 'not_started' THEN 3 ELSE 4 END, a.position",
              today);
}

template<class Row>
void add_order(ComposedQuery<Row>& query, const ActionFilter& filter, Day today) {
    switch (filter.sort) {
    case Sort::plan: query.add("ORDER BY a.position"); return;
    case Sort::owner: query.add("ORDER BY w.name NULLS LAST, a.position"); return;
    case Sort::date:
        query.add("ORDER BY");
        if (filter.when == When::any) query.add("(a.status IN ('done', 'stopped')),");
        query.add("coalesce(a.next_step, a.deadline, '9999-12-31'), a.position");
        return;
    case Sort::status: add_order_by_standing(query, today); return;
    }
}

constexpr Query<access::Owner(PlanId)> list_owners_in{"actions.owners", R"sql(
    SELECT w.id, w.name, w.kind FROM owner w
    WHERE w.id IN (SELECT a.owner_id FROM action a WHERE a.plan_id = $1 AND a.withdrawn_at IS NULL)
    ORDER BY w.name, w.id)sql"};

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
    add_filter(query, db, filter, today);
    const auto counted = db.all(query);
    return counted.empty() ? 0 : counted.front();
}

void each_listed(store::Db& db, const PlanId& plan, const ActionFilter& filter, Day today,
                 const listing::Paging& paging,
                 const std::function<void(const ListedAction&)>& take) {
    ComposedQuery<ListedAction> query("actions.list");
    query.add(
        "SELECT a.id, a.section_id, a.objective_id, a.owner_id, a.reference, a.title, a.date_words, "
        "a.date_kind, a.date_meaning, a.deadline, a.next_step, a.status, a.steps, a.steps_done, a.evidence, a.tags "
        "FROM action a");
    if (filter.sort == Sort::owner) query.add("LEFT JOIN owner w ON w.id = a.owner_id");
    query.add("WHERE a.plan_id = $", plan);
    add_filter(query, db, filter, today);
    add_order(query, filter, today);
    query.add("LIMIT $ OFFSET $", listing::rows_a_page, paging.offset());
    db.each(query, [&](ListedAction&& row) { take(row); });
}

void each_exported(store::Db& db, const Exported& which,
                   const std::function<void(const ExportedAction&)>& take) {
    ComposedQuery<ExportedAction> query("actions.export");
    query.add(
        "SELECT p.title, s.name, o.title, a.reference, a.title, a.words, coalesce(w.name, ''), a.date_words, "
        "a.date_kind, a.date_meaning, a.earliest, a.latest, a.deadline, a.status, a.stopped_why, a.steps, "
        "a.steps_done, a.evidence, a.last_update, a.id, a.version, a.tags, coalesce(r.letter, ''), "
        "coalesce(r.year, 0), coalesce(r.number, 0), a.plan_id, coalesce(l.known_as, ''), a.contributors, "
        "a.waits_for FROM action a JOIN plan p ON p.id = a.plan_id "
        "JOIN section s ON s.id = a.section_id JOIN objective o ON o.id = a.objective_id "
        "LEFT JOIN owner w ON w.id = a.owner_id LEFT JOIN person l ON l.id = a.lead_id "
        "LEFT JOIN reference r ON r.kind = 'action' AND r.record_id = a.id WHERE TRUE");
    if (which.plan)
        query.add("AND a.plan_id = $", *which.plan);
    else
        query.add("AND p.withdrawn_at IS NULL");
    add_filter(query, db, which.filter, which.today);
    if (!which.plan)
        query.add("ORDER BY p.created_at, p.id, a.position");
    else
        add_order(query, which.filter, which.today);
    if (which.paging) query.add("LIMIT $ OFFSET $", listing::rows_a_page, which.paging->offset());
    db.each(query, [&](ExportedAction&& row) { take(row); });
}

std::vector<access::Owner> owners_in(store::Db& db, const PlanId& plan) {
    return owners_in(db, plan, state_of(db, plan));
}

std::vector<access::Owner> owners_in(store::Db& db, const PlanId& plan, const PlanState& state) {
    return *db.remembered<std::vector<access::Owner>>(
        "owners in " + plan.str(), fmt::format("{} {}", state.actions, state.owners),
        [&] { return db.all(list_owners_in, plan); });
}

} // namespace openmasa::plan
