#include "partnership/agencies/register_source.hpp"

namespace openmasa::agencies {
namespace {

/// The one that it belongs to on the day.
void add_sector(registers::RowsQuery& query, const Scope& scope) {
    query.add("coalesce((SELECT s.sector FROM agency_sector s WHERE s.agency_id = a.id "
              "AND s.from_day <= $ ORDER BY s.from_day DESC LIMIT 1), '')",
              scope.today);
}

/// The same as takes_part() says.
void add_takes_part(registers::RowsQuery& query, const Scope& scope) {
    query.add("CASE WHEN (a.from_day IS NULL OR a.from_day <= $) AND "
              "(a.to_day IS NULL OR a.to_day >= $) THEN 'yes' ELSE 'no' END",
              scope.today, scope.today);
}

constexpr registers::StoredCell cells[] = {
    {.key = "name", .sql = "o.name"},
    {.key = "short_name", .sql = "a.short_name"},
    {.key = "sector", .add = add_sector},
    {.key = "role", .sql = "a.role"},
    {.key = "section_11", .sql = "CASE WHEN a.section_11 = 1 THEN 'yes' ELSE 'no' END"},
    {.key = "funds", .sql = "CASE WHEN a.funds = 1 THEN 'yes' ELSE 'no' END"},
    {.key = "from", .sql = "coalesce(a.from_day, '')"},
    {.key = "to", .sql = "coalesce(a.to_day, '')"},
    {.key = "contact", .sql = "a.contact"},
    {.key = "kind", .sql = "a.kind"},
    {.key = "phase", .sql = "a.phase"},
    {.key = "categories", .sql = "a.categories"},
    {.key = "section_175", .sql = "CASE WHEN a.section_175 = 1 THEN 'yes' ELSE 'no' END"},
    {.key = "section_157", .sql = "CASE WHEN a.section_157 = 1 THEN 'yes' ELSE 'no' END"},
    {.key = "duty_reason", .sql = "a.duty_reason"},
    {.key = "education_duty",
     .sql = "CASE WHEN a.section_175 = 1 AND a.section_157 = 1 THEN 'Sections 175 and 157' "
            "WHEN a.section_175 = 1 THEN 'Section 175' "
            "WHEN a.section_157 = 1 THEN 'Section 157' ELSE '' END"},
    // The same as is_statutory_partner() says.
    {.key = "statutory_partner",
     .sql =
         "CASE WHEN a.kind IN ('local_authority', 'police', 'care_board') THEN 'yes' ELSE 'no' END"},
    {.key = "takes_part", .add = add_takes_part},
    {.key = "reference",
     .sql = "coalesce((SELECT r.letter || '-' || CAST(r.year AS TEXT) || '-' || "
            "CASE WHEN r.number < 10 THEN '00' WHEN r.number < 100 THEN '0' ELSE '' END || "
            "CAST(r.number AS TEXT) FROM reference r "
            "WHERE r.kind = 'agency' AND r.record_id = a.id), '')"},
    {.key = "id", .sql = "a.id"},
    {.key = "version", .sql = "CAST(a.version AS TEXT)"},
};

} // namespace

constinit const registers::Source agency_source = {
    .from = "agency a JOIN owner o ON o.id = a.id", .order = "lower(o.name), o.id", .cells = cells};

} // namespace openmasa::agencies
