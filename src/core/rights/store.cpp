#include "core/rights/store.hpp"
#include "core/access/store.hpp"
#include "core/accounts/account_history.hpp"
#include <map>

namespace openmasa::rights {
namespace {

using store::Query;

constexpr Query<HeldFromTo(Day)> list_held{"rights.list_held", R"sql(
    SELECT h.person_id, p.known_as, h.role, coalesce(o.name, ''), coalesce(h.record_kind, ''),
           coalesce(h.record_id, ''), h.from_day, h.to_day
    FROM role_holding h JOIN person p ON p.id = h.person_id LEFT JOIN owner o ON o.id = h.owner_id
    WHERE (h.to_day IS NULL OR (h.to_day >= $1 AND h.to_day >= h.from_day))
      AND EXISTS (SELECT 1 FROM account a WHERE a.person_id = h.person_id AND a.ended_at IS NULL)
    ORDER BY p.known_as, h.person_id, h.role, o.name, h.id)sql"};

} // namespace

std::vector<HeldFromTo> held_from(store::Db& db, Day today) {
    return db.all(list_held, today);
}

std::vector<HeldFromTo> held_then(store::Db& db, Day day) {
    std::vector<HeldFromTo> all;
    for (auto& account : accounts::open_accounts_then(db, day))
        for (auto& one : account.held.each)
            all.push_back({.person = account.person,
                           .known_as = account.known_as,
                           .role = std::move(one.role),
                           .owner_name = std::move(one.owner),
                           .record_kind = std::move(one.record_kind),
                           .record_id = std::move(one.record_id),
                           .from = one.from,
                           .to = one.to});
    return all;
}

std::vector<HeldRole> held_roles(store::Db& db, const PersonId& person, Day today) {
    std::map<OwnerId, std::string> names;
    for (auto& owner : access::list_owners(db)) names[owner.id] = std::move(owner.name);
    std::vector<HeldRole> roles;
    for (auto& held : access::holdings_of(db, person, today)) {
        auto name = held.owner ? names[*held.owner] : std::string();
        roles.push_back({std::move(held), std::move(name)});
    }
    return roles;
}

} // namespace openmasa::rights
