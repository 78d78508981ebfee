#include "core/accounts/register_sources.hpp"
#include "core/access/role.hpp"

namespace openmasa::accounts {
namespace {

using registers::RowsQuery;
using registers::StoredCell;

/// "Group member for Audit Group; Analyst": what the person holds on the day.
void add_roles_in_words(RowsQuery& query, const Scope& scope) {
    query.add("coalesce((SELECT string_agg(CASE h.role");
    for (auto role : all_roles) query.add("WHEN $ THEN $", role, spoken(role, scope.words));
    query.add("ELSE h.role END || CASE WHEN h.record_id IS NOT NULL THEN ' on one record' "
              "ELSE coalesce(' for ' || o.name, '') END, $ "
              "ORDER BY h.role, coalesce(o.name, ''), h.id) "
              "FROM role_holding h LEFT JOIN owner o ON o.id = h.owner_id "
              "WHERE h.person_id = p.id AND h.from_day <= $ "
              "AND (h.to_day IS NULL OR h.to_day >= $)), '')",
              between_parts, scope.today, scope.today);
}

/// Each role once, as the database has it.
void add_roles(RowsQuery& query, const Scope& scope) {
    query.add("coalesce((SELECT string_agg(x.role, $ ORDER BY x.role) FROM "
              "(SELECT DISTINCT h.role FROM role_holding h WHERE h.person_id = a.person_id "
              "AND h.record_id IS NULL "
              "AND h.from_day <= $ AND (h.to_day IS NULL OR h.to_day >= $)) x), '')",
              between_parts, scope.today, scope.today);
}

/// Each of those for whom a role is held, once.
void add_owners(RowsQuery& query, const Scope& scope) {
    query.add("coalesce((SELECT string_agg(x.name, $ ORDER BY x.name) FROM "
              "(SELECT DISTINCT o.name FROM role_holding h JOIN owner o ON o.id = h.owner_id "
              "WHERE h.person_id = a.person_id AND h.record_id IS NULL "
              "AND h.from_day <= $ AND (h.to_day IS NULL OR h.to_day >= $)) x), '')",
              between_parts, scope.today, scope.today);
}

constexpr StoredCell person_cells[] = {
    {.key = "name", .sql = "p.known_as"},
    {.key = "agency", .sql = "coalesce(w.name, '')"},
    {.key = "position", .sql = "coalesce(d.position, '')"},
    {.key = "email", .sql = "coalesce(d.email, '')"},
    {.key = "telephone", .sql = "coalesce(d.telephone, '')"},
    {.key = "left_on", .sql = "coalesce(d.left_on, '')"},
    {.key = "roles", .add = add_roles_in_words},
    {.key = "account",
     .sql = "CASE WHEN a.id IS NULL THEN 'none' WHEN a.ended_at IS NOT NULL THEN 'ended' "
            "WHEN a.password_hash IS NULL THEN 'invited' ELSE 'open' END"},
    {.key = "signs_in_as", .sql = "coalesce(a.email, '')"},
    {.key = "account_id", .sql = "coalesce(a.id, '')"},
    {.key = "id", .sql = "p.id"},
    {.key = "version", .sql = "CAST(coalesce(d.version, 0) AS TEXT)"},
};

constexpr StoredCell user_cells[] = {
    {.key = "email", .sql = "a.email"},
    {.key = "name", .sql = "p.known_as"},
    {.key = "role", .add = add_roles},
    {.key = "for", .add = add_owners},
    {.key = "ended", .sql = "CASE WHEN a.ended_at IS NULL THEN 'no' ELSE 'yes' END"},
    {.key = "id", .sql = "a.id"},
};

} // namespace

/// With the newest account of each, where there is one.
constinit const registers::Source person_source = {
    .from = "person p LEFT JOIN person_details d ON d.person_id = p.id "
            "LEFT JOIN owner w ON w.id = d.agency_id "
            "LEFT JOIN account a ON a.id = (SELECT max(x.id) FROM account x WHERE x.person_id = "
            "p.id)",
    .order = "lower(p.known_as), p.id",
    .cells = person_cells};

constinit const registers::Source user_source = {
    .from = "account a JOIN person p ON p.id = a.person_id",
    .order = "a.email",
    .cells = user_cells};

} // namespace openmasa::accounts
