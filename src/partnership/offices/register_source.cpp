#include "partnership/offices/register_source.hpp"

namespace openmasa::offices {
namespace {

/// Of whoever answers for it on the day: who acts comes first (partnership::holders_on).
void add_of_holder(registers::RowsQuery& query, const Scope& scope, store::SqlPiece<0> what,
                   store::SqlPiece<0> otherwise) {
    query.add("coalesce((SELECT").add(what);
    query.add("FROM office_holder h JOIN person p ON p.id = h.person_id WHERE h.office_id = f.id "
              "AND h.from_day <= $ AND (h.to_day IS NULL OR h.to_day >= $) "
              "ORDER BY h.acting DESC, h.from_day, h.id LIMIT 1),",
              scope.today, scope.today);
    query.add(otherwise).add(")");
}
void add_holder(registers::RowsQuery& query, const Scope& scope) {
    add_of_holder(query, scope, "p.known_as", "''");
}
void add_since(registers::RowsQuery& query, const Scope& scope) {
    add_of_holder(query, scope, "h.from_day", "''");
}
void add_acting(registers::RowsQuery& query, const Scope& scope) {
    add_of_holder(query, scope, "CASE WHEN h.acting = 1 THEN 'yes' ELSE 'no' END", "''");
}
/// Nothing of an office that is not there on the day.
void add_held(registers::RowsQuery& query, const Scope& scope) {
    query.add("CASE WHEN coalesce(f.from_day, $) > $ OR coalesce(f.to_day, $) < $ THEN '' "
              "WHEN EXISTS (SELECT 1 FROM office_holder h WHERE h.office_id = f.id "
              "AND h.from_day <= $ AND (h.to_day IS NULL OR h.to_day >= $)) "
              "THEN 'yes' ELSE 'no' END",
              scope.today, scope.today, scope.today, scope.today, scope.today, scope.today);
}

constexpr registers::StoredCell cells[] = {
    {.key = "name", .sql = "o.name"},
    {.key = "kind", .sql = "f.kind"},
    {.key = "agency", .sql = "coalesce(a.name, '')"},
    {.key = "holder", .add = add_holder},
    {.key = "since", .add = add_since},
    {.key = "acting", .add = add_acting},
    {.key = "held", .add = add_held},
    {.key = "purpose", .sql = "f.purpose"},
    {.key = "contact", .sql = "f.contact"},
    {.key = "from", .sql = "coalesce(f.from_day, '')"},
    {.key = "to", .sql = "coalesce(f.to_day, '')"},
    {.key = "id", .sql = "f.id"},
    {.key = "version", .sql = "CAST(f.version AS TEXT)"},
};

} // namespace

constinit const registers::Source office_source = {
    .from = "(SELECT id, name FROM owner WHERE kind = 'office') o JOIN office f ON f.id = o.id "
            "LEFT JOIN owner a ON a.id = f.agency_id",
    .order = "lower(o.name), o.id",
    .cells = cells};

} // namespace openmasa::offices
