#include "plan/awaited.hpp"
#include "plan/rules.hpp"
#include <algorithm>
#include <span>

namespace openmasa::plan {
namespace {

/// Far fewer than a statement may have.
constexpr std::size_t most_at_once = 15000;

std::vector<Awaited> list_some(store::Db& db, std::span<const ActionId> ids) {
    store::ComposedQuery<Awaited> query("plan.awaited");
    query.add("SELECT id, plan_id, reference, title, status, deadline, evidence FROM action "
              "WHERE withdrawn_at IS NULL AND id IN ($",
              ids.front());
    for (const auto& id : ids.subspan(1)) query.add(", $", id);
    query.add(") ORDER BY reference, id");
    return db.all(query);
}

} // namespace

std::vector<Awaited> awaited(store::Db& db, std::vector<ActionId> ids) {
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::vector<Awaited> found;
    for (std::size_t at = 0; at < ids.size(); at += most_at_once) {
        const auto count = std::min(most_at_once, ids.size() - at);
        for (auto& one : list_some(db, std::span(ids).subspan(at, count)))
            found.push_back(std::move(one));
    }
    return found;
}

bool comes_too_late(const Awaited& awaited, const std::optional<Day>& deadline) {
    return is_open(awaited.status) && awaited.deadline && deadline && *awaited.deadline > *deadline;
}

} // namespace openmasa::plan
