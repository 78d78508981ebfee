#include "core/terms/register_source.hpp"

namespace openmasa::terms {
namespace {

/// The same as standing() says.
void add_standing(registers::RowsQuery& query, const Scope& scope) {
    query.add("CASE WHEN t.withdrawn_why <> '' THEN 'withdrawn' WHEN t.to_day < $ THEN 'ended' "
              "WHEN t.from_day > $ THEN 'later' ELSE 'used' END",
              scope.today, scope.today);
}

constexpr registers::StoredCell cells[] = {
    {.key = "name", .sql = "t.name"},
    {.key = "kind", .sql = "t.kind"},
    {.key = "also_called", .sql = "t.also_called"},
    {.key = "stands_for", .sql = "t.stands_for"},
    {.key = "several", .sql = "t.several"},
    {.key = "about", .sql = "t.about"},
    {.key = "source", .sql = "t.source"},
    {.key = "order", .sql = "CASE WHEN t.position = 0 THEN '' ELSE CAST(t.position AS TEXT) END"},
    {.key = "from", .sql = "coalesce(t.from_day, '')"},
    {.key = "to", .sql = "coalesce(t.to_day, '')"},
    {.key = "withdrawn", .sql = "t.withdrawn_why"},
    {.key = "standing", .add = add_standing},
    {.key = "id", .sql = "t.id"},
    {.key = "version", .sql = "CAST(t.version AS TEXT)"},
};

} // namespace

/// Kind by kind; within one in the order that was given, then by name.
constinit const registers::Source term_source = {
    .from = "term t",
    .order = "CASE t.kind WHEN 'word' THEN 0 WHEN 'theme' THEN 1 WHEN 'flourish' THEN 2 ELSE 3 "
             "END, CASE WHEN t.position = 0 THEN 1 ELSE 0 END, t.position, lower(t.name), t.id",
    .cells = cells};

} // namespace openmasa::terms
