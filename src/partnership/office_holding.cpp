#include "partnership/office_holding.hpp"

namespace openmasa::partnership {
namespace {

using store::Query;

constexpr Query<signoff::Holder(OwnerId, Day)> list_holders_on{"offices.holders_on", R"sql(
    SELECT h.person_id, p.known_as, h.acting FROM office_holder h
    JOIN person p ON p.id = h.person_id JOIN office f ON f.id = h.office_id
    WHERE h.office_id = $1 AND h.from_day <= $2 AND (h.to_day IS NULL OR h.to_day >= $2)
      AND (f.from_day IS NULL OR f.from_day <= $2) AND (f.to_day IS NULL OR f.to_day >= $2)
    ORDER BY h.acting, h.from_day, h.id)sql"};
constexpr Query<OwnerId(PersonId, Day)> list_offices_held{"offices.held_by", R"sql(
    SELECT DISTINCT h.office_id FROM office_holder h JOIN office f ON f.id = h.office_id
    WHERE h.person_id = $1 AND h.from_day <= $2 AND (h.to_day IS NULL OR h.to_day >= $2)
      AND (f.from_day IS NULL OR f.from_day <= $2) AND (f.to_day IS NULL OR f.to_day >= $2)
    ORDER BY h.office_id)sql"};

struct BodyRow {
    OwnerId office;
    std::string kind;
};
constexpr Query<BodyRow()> list_bodies{"offices.bodies_of_lead_partners", R"sql(
    SELECT f.id, a.kind FROM office f JOIN agency a ON a.id = f.agency_id
    WHERE f.kind = 'lead_partner' AND a.kind <> '' ORDER BY f.id)sql"};

} // namespace

std::map<OwnerId, std::string> bodies_of_lead_partners(store::Db& db) {
    std::map<OwnerId, std::string> bodies;
    db.each(list_bodies, [&](BodyRow&& row) { bodies.emplace(row.office, std::move(row.kind)); });
    return bodies;
}

std::vector<signoff::Holder> holders_for_signing(store::Db& db, const OwnerId& office, Day on) {
    return db.all(list_holders_on, office, on);
}

std::vector<OwnerId> offices_held_by(store::Db& db, const PersonId& person, Day on) {
    return db.all(list_offices_held, person, on);
}

} // namespace openmasa::partnership
