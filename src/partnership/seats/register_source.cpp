#include "partnership/seats/register_source.hpp"

namespace openmasa::seats {
namespace {

/// Of whoever fills it on the day: by name in the seat, or in its office.
void add_of_member(registers::RowsQuery& query, const Scope& scope, store::SqlPiece<0> of_seat,
                   store::SqlPiece<0> of_office, store::SqlPiece<0> otherwise) {
    query.add("coalesce((SELECT").add(of_seat);
    query.add("FROM group_member m JOIN person p ON p.id = m.person_id WHERE m.seat_id = s.id "
              "AND m.part = 'member' AND m.from_day <= $ AND (m.to_day IS NULL OR m.to_day >= $) "
              "ORDER BY m.from_day DESC, m.id LIMIT 1),",
              scope.today, scope.today);
    query.add("(SELECT").add(of_office);
    query.add("FROM office_holder m JOIN person p ON p.id = m.person_id "
              "WHERE m.office_id = s.holder_id AND m.from_day <= $ "
              "AND (m.to_day IS NULL OR m.to_day >= $) "
              "ORDER BY m.from_day DESC, m.id LIMIT 1),",
              scope.today, scope.today);
    query.add(otherwise).add(")");
}
void add_member(registers::RowsQuery& query, const Scope& scope) {
    add_of_member(query, scope, "p.known_as", "p.known_as", "''");
}
void add_since(registers::RowsQuery& query, const Scope& scope) {
    add_of_member(query, scope, "m.from_day",
                  "CASE WHEN m.from_day < s.from_day THEN s.from_day ELSE m.from_day END", "''");
}
/// Nothing of a seat that is not there on the day. Every seat of the register is asked it: an index
/// answers.
void add_vacant(registers::RowsQuery& query, const Scope& scope) {
    query.add("CASE WHEN coalesce(s.from_day, $) > $ OR coalesce(s.to_day, $) < $ THEN '' "
              "WHEN EXISTS (SELECT 1 FROM group_member m WHERE m.seat_id = s.id "
              "AND m.part = 'member' AND m.from_day <= $ AND (m.to_day IS NULL OR m.to_day >= $)) "
              "OR EXISTS (SELECT 1 FROM office_holder m WHERE m.office_id = s.holder_id "
              "AND m.from_day <= $ AND (m.to_day IS NULL OR m.to_day >= $)) "
              "THEN 'no' ELSE 'yes' END",
              scope.today, scope.today, scope.today, scope.today, scope.today, scope.today,
              scope.today, scope.today);
}
void add_deputies(registers::RowsQuery& query, const Scope& scope) {
    query.add("coalesce((SELECT string_agg(p.known_as, $ ORDER BY p.known_as, m.id) "
              "FROM group_member m JOIN person p ON p.id = m.person_id WHERE m.seat_id = s.id "
              "AND m.part = 'deputy' AND m.from_day <= $ AND (m.to_day IS NULL OR m.to_day >= $)), "
              "'')",
              "; ", scope.today, scope.today);
}

constexpr registers::StoredCell cells[] = {
    {.key = "group", .sql = "g.name"},
    {.key = "name", .sql = "s.name"},
    {.key = "holder", .sql = "h.name"},
    {.key = "member", .add = add_member},
    {.key = "since", .add = add_since},
    {.key = "deputies", .add = add_deputies},
    {.key = "vacant", .add = add_vacant},
    {.key = "turn_ends", .sql = "coalesce(s.turn_ends, '')"},
    {.key = "from", .sql = "coalesce(s.from_day, '')"},
    {.key = "to", .sql = "coalesce(s.to_day, '')"},
    {.key = "id", .sql = "s.id"},
    {.key = "version", .sql = "CAST(s.version AS TEXT)"},
};

} // namespace

constinit const registers::Source seat_source = {
    .from = "group_seat s JOIN owner g ON g.id = s.group_id JOIN owner h ON h.id = s.holder_id",
    .order = "s.group_id, lower(s.name), s.id",
    .cells = cells};

} // namespace openmasa::seats
