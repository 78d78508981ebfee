#include "core/rights/store.hpp"

namespace openmasa::rights {
namespace {

using store::Query;

constexpr Query<HeldFromTo(Day)> list_held{"rights.list_held", R"sql(
    SELECT h.person_id, p.known_as, h.role, coalesce(o.name, ''), coalesce(o.kind, ''), h.from_day, h.to_day
    FROM role_holding h JOIN person p ON p.id = h.person_id LEFT JOIN owner o ON o.id = h.owner_id
    WHERE (h.to_day IS NULL OR (h.to_day >= $1 AND h.to_day >= h.from_day))
      AND EXISTS (SELECT 1 FROM account a WHERE a.person_id = h.person_id AND a.ended_at IS NULL)
    ORDER BY p.known_as, h.person_id, h.role, o.name, h.id)sql"};
constexpr Query<HeldRole(PersonId, Day)> list_roles{"rights.list_roles", R"sql(
    SELECT h.role, h.owner_id, coalesce(o.name, '')
    FROM role_holding h LEFT JOIN owner o ON o.id = h.owner_id
    WHERE h.person_id = $1 AND h.from_day <= $2 AND (h.to_day IS NULL OR h.to_day >= $2) AND h.record_id IS NULL
    ORDER BY h.role, o.name, h.id)sql"};

} // namespace

std::vector<HeldFromTo> held_from(store::Db& db, Day today) {
    return db.all(list_held, today);
}

std::vector<HeldRole> held_roles(store::Db& db, const PersonId& person, Day today) {
    return db.all(list_roles, person, today);
}

} // namespace openmasa::rights
