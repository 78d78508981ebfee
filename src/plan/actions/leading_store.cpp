#include "plan/actions/leading_store.hpp"
#include "core/references/references.hpp"
#include "kernel/id_list.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::plan {
namespace {

using store::Query;

struct WaitingRow {
    ActionId id;
    std::string waits_for;
};
constexpr Query<WaitingRow()> list_all_waiting{
    "actions.list_waiting", "SELECT id, waits_for FROM action WHERE waits_for <> '' ORDER BY id"};
constexpr Query<WaitingRow(PlanId)> list_waiting_in{
    "actions.list_waiting_in",
    "SELECT id, waits_for FROM action WHERE plan_id = $1 AND waits_for <> '' ORDER BY id"};
constexpr Query<ActionId(PlanId, std::string_view)> find_by_reference{
    "actions.find_in_plan",
    "SELECT id FROM action WHERE plan_id = $1 AND reference = $2 AND withdrawn_at IS NULL"};
/// Those who hold a role within the owner, and those who belong to it.
constexpr Query<Candidate(OwnerId, Day)> list_candidates{"actions.can_lead", R"sql(
    SELECT p.id, p.known_as FROM person p JOIN (
        SELECT h.person_id FROM role_holding h WHERE h.owner_id = $1 AND (h.to_day IS NULL OR h.to_day >= $2)
        UNION SELECT d.person_id FROM person_details d
        WHERE d.agency_id = $1 AND (d.left_on IS NULL OR d.left_on >= $2)) c ON c.person_id = p.id
    ORDER BY p.known_as, p.id LIMIT 200)sql"};

/// Far fewer than a statement may have.
constexpr std::size_t most_at_once = 15000;

/// "(id, id)": of at least one.
template<class Row, class SomeId>
void add_ids(store::ComposedQuery<Row>& query, const std::vector<SomeId>& ids) {
    query.add("($", ids.front());
    for (std::size_t at = 1; at < ids.size(); ++at) query.add(", $", ids[at]);
    query.add(")");
}

/// With its reference to say aloud, where it has one.
struct AwaitedAloud {
    Awaited awaited;
    std::string letter;
    int year, number;
};
store::ComposedQuery<AwaitedAloud> awaited_aloud(const std::vector<ActionId>& ids) {
    store::ComposedQuery<AwaitedAloud> query("actions.awaited_aloud");
    query.add("SELECT a.id, a.plan_id, a.reference, a.title, a.status, a.deadline, a.evidence, "
              "coalesce(r.letter, ''), coalesce(r.year, 0), coalesce(r.number, 0) FROM action a "
              "LEFT JOIN reference r ON r.kind = 'action' AND r.record_id = a.id "
              "WHERE a.withdrawn_at IS NULL AND a.id IN");
    add_ids(query, ids);
    query.add("ORDER BY a.id");
    return query;
}

/// What stands beside an action: "awaited", "needed" (it is needed by that one), "before" and
/// "after" in the neighbouring editions, and "contributor", which is an owner.
struct Beside {
    std::string side, id, plan, reference, title;
    Status status;
    std::optional<Day> deadline;
    int evidence;
};
using BesideQuery = store::ComposedQuery<Beside>;

/// Among those that ever named it. Ids have one length and never overlap: where one can be taken
/// out of the column, it stands in it.
void add_needed(BesideQuery& query, const Action& action) {
    query.add("SELECT 'needed' AS side, x.id AS id, x.plan_id, x.reference AS reference, "
              "x.title AS title, x.status, x.deadline, x.evidence "
              "FROM action_named n CROSS JOIN action x WHERE x.id = n.action_id "
              "AND n.named_id = $ AND n.way = 'awaited' AND x.withdrawn_at IS NULL "
              "AND replace(x.waits_for, $, '') <> x.waits_for",
              action.id, action.id);
}

void add_awaited(BesideQuery& query, const std::vector<ActionId>& awaited) {
    if (awaited.empty()) return;
    query.add("UNION ALL SELECT 'awaited', id, plan_id, reference, title, status, deadline, "
              "evidence FROM action WHERE withdrawn_at IS NULL AND id IN");
    add_ids(query, awaited);
}

void add_contributors(BesideQuery& query, const std::vector<OwnerId>& contributors) {
    if (contributors.empty()) return;
    query.add("UNION ALL SELECT 'contributor', id, '', '', name, 'not_started', NULL, 0 "
              "FROM owner WHERE id IN");
    add_ids(query, contributors);
}

void add_editions(BesideQuery& query, const Action& action) {
    query.add(
        "UNION ALL SELECT 'after', a.id, p.title, a.reference, a.title, a.status, a.deadline, "
        "a.evidence FROM action a JOIN plan p ON p.id = a.plan_id WHERE a.follows_id = $ "
        "AND a.withdrawn_at IS NULL AND p.withdrawn_at IS NULL",
        action.id);
    if (!action.follows) return;
    query.add("UNION ALL SELECT 'before', a.id, p.title, a.reference, a.title, a.status, "
              "a.deadline, a.evidence FROM action a JOIN plan p ON p.id = a.plan_id "
              "WHERE a.id = $ AND a.withdrawn_at IS NULL AND p.withdrawn_at IS NULL",
              *action.follows);
}

BesideQuery everything_beside(const Action& action) {
    BesideQuery query("actions.beside");
    add_needed(query, action);
    add_awaited(query, ids_in<ActionId>(action.waits_for));
    add_contributors(query, ids_in<OwnerId>(action.contributors));
    add_editions(query, action);
    query.add("ORDER BY side, reference, title, id");
    return query;
}

void take(TakingPart& part, Beside&& row) {
    const auto id = ActionId::unchecked(row.id);
    if (row.side == "contributor")
        part.contributors.push_back(std::move(row.title));
    else if (row.side == "before" || row.side == "after")
        part.editions.push_back({id, std::move(row.reference), std::move(row.title),
                                 std::move(row.plan), row.side == "after"});
    else
        (row.side == "awaited" ? part.awaits : part.needed_by)
            .push_back({id, PlanId::unchecked(row.plan), std::move(row.reference),
                        std::move(row.title), row.status, row.deadline, row.evidence});
}

std::vector<ActionId> awaited_in(const std::vector<WaitingRow>& rows) {
    std::vector<ActionId> ids;
    for (const auto& row : rows)
        for (const auto& id : ids_in<ActionId>(row.waits_for)) ids.push_back(id);
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace

Waiting list_waiting(store::Db& db) {
    Waiting all;
    for (const auto& row : db.all(list_all_waiting)) all[row.id] = ids_in<ActionId>(row.waits_for);
    return all;
}

std::optional<ActionId> find_in_plan(store::Db& db, const PlanId& plan,
                                     std::string_view reference) {
    return db.one(find_by_reference, plan, reference);
}

std::vector<Candidate> can_lead(store::Db& db, const std::optional<OwnerId>& owner, Day today) {
    return owner ? db.all(list_candidates, *owner, today) : std::vector<Candidate>();
}

CalledByIds called_by_ids(store::Db& db, const std::optional<PlanId>& plan) {
    CalledByIds called;
    for (auto& owner : access::list_owners(db)) called.owners[owner.id] = std::move(owner.name);
    const auto ids = awaited_in(plan ? db.all(list_waiting_in, *plan) : db.all(list_all_waiting));
    for (std::size_t at = 0; at < ids.size(); at += most_at_once) {
        const auto end = std::min(ids.size(), at + most_at_once);
        const std::vector<ActionId> some(ids.begin() + long(at), ids.begin() + long(end));
        for (auto& [awaited, letter, year, number] : db.all(awaited_aloud(some))) {
            if (!letter.empty())
                called.references.emplace(awaited.id.str(),
                                          references::written(letter, year, number));
            called.awaited.emplace(awaited.id, std::move(awaited));
        }
    }
    return called;
}

std::string contributors_in_words(const CalledByIds& called, std::string_view ids) {
    std::vector<std::string> names;
    for (const auto& id : ids_in<OwnerId>(ids))
        if (const auto found = called.owners.find(id); found != called.owners.end())
            names.push_back(found->second);
    return join(names, "; ");
}

std::string waits_for_in_words(const CalledByIds& called, const PlanId& plan,
                               std::string_view ids) {
    std::vector<std::string> words;
    for (const auto& id : ids_in<ActionId>(ids)) {
        const auto found = called.awaited.find(id);
        if (found == called.awaited.end()) continue;
        const auto aloud = called.references.find(id.str());
        const bool is_near = found->second.plan == plan || aloud == called.references.end();
        words.push_back(is_near ? found->second.reference : aloud->second);
    }
    std::ranges::sort(words);
    return join(words, ", ");
}

std::vector<Awaited> awaited_by(store::Db& db, const Action& action) {
    return awaited(db, ids_in<ActionId>(action.waits_for));
}

TakingPart taking_part(store::Db& db, const Action& action) {
    TakingPart part;
    db.each(everything_beside(action), [&](Beside&& row) { take(part, std::move(row)); });
    std::ranges::stable_sort(part.editions, {}, &ActionBeside::is_after);
    return part;
}

} // namespace openmasa::plan
