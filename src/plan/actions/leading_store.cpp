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

CalledByIds called_by_ids(store::Db& db) {
    CalledByIds called;
    for (auto& owner : access::list_owners(db)) called.owners[owner.id] = std::move(owner.name);
    std::vector<ActionId> ids;
    for (const auto& [id, waits_for] : list_waiting(db))
        ids.insert(ids.end(), waits_for.begin(), waits_for.end());
    if (ids.empty()) return called;
    for (auto& one : awaited(db, std::move(ids))) called.awaited.emplace(one.id, std::move(one));
    called.references = references::of_all(db, "action");
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

std::vector<Awaited> waiting_for(store::Db& db, const ActionId& action) {
    std::vector<ActionId> ids;
    for (const auto& [id, waits_for] : list_waiting(db))
        if (std::ranges::count(waits_for, action)) ids.push_back(id);
    return awaited(db, std::move(ids));
}

} // namespace openmasa::plan
