#include "partnership/groups/register_source.hpp"

namespace openmasa::groups {
namespace {

using registers::RowsQuery;

/// The ties of one sort that hold on the day, each with its owner x.
void add_ties(RowsQuery& query, const Scope& scope, std::string_view sort) {
    query.add("FROM group_tie t JOIN owner x ON x.id = t.owner_id "
              "LEFT JOIN group_seat s ON s.id = t.owner_id WHERE t.group_id = o.id "
              "AND t.what = $ AND (t.from_day IS NULL OR t.from_day <= $) "
              "AND (t.to_day IS NULL OR t.to_day >= $)), '')",
              sort, scope.today, scope.today);
}
void add_names(RowsQuery& query, const Scope& scope, std::string_view sort) {
    query.add("coalesce((SELECT string_agg(coalesce(s.name, x.name), $ "
              "ORDER BY coalesce(s.name, x.name), x.id)",
              "; ");
    add_ties(query, scope, sort);
}
void add_newest_day(RowsQuery& query, const Scope& scope, std::string_view sort) {
    query.add("coalesce((SELECT max(t.from_day)");
    add_ties(query, scope, sort);
}
void add_reports_to(RowsQuery& query, const Scope& scope) {
    add_names(query, scope, "reports_to");
}
void add_reports_since(RowsQuery& query, const Scope& scope) {
    add_newest_day(query, scope, "reports_to");
}
void add_chair(RowsQuery& query, const Scope& scope) {
    add_names(query, scope, "chair");
}
void add_chair_since(RowsQuery& query, const Scope& scope) {
    add_newest_day(query, scope, "chair");
}

/// Only of a group that is kept and there on the day; one that may do without a chair says nothing
/// where it has none (needs_chair()).
void begin_chaired(RowsQuery& query, const Scope& scope) {
    query.add("CASE WHEN (g.kind NOT IN ('external_board', 'network') OR EXISTS (SELECT 1 "
              "FROM group_tie k WHERE k.group_id = o.id AND k.what = 'chair')) "
              "AND coalesce(g.from_day, $) <= $ "
              "AND coalesce(g.to_day, $) >= $ THEN",
              scope.today, scope.today, scope.today, scope.today);
}
/// The same; of a board of others, as a rule, no seat is kept here, nor are its terms.
void begin_ours(RowsQuery& query, const Scope& scope) {
    query.add("CASE WHEN (g.kind <> 'external_board' OR EXISTS (SELECT 1 FROM group_seat k "
              "WHERE k.group_id = o.id)) AND coalesce(g.from_day, $) <= $ "
              "AND coalesce(g.to_day, $) >= $ THEN",
              scope.today, scope.today, scope.today, scope.today);
}
void add_chaired(RowsQuery& query, const Scope& scope) {
    begin_chaired(query, scope);
    query.add("CASE WHEN EXISTS (SELECT 1 FROM group_tie t WHERE t.group_id = o.id "
              "AND t.what = 'chair' AND (t.from_day IS NULL OR t.from_day <= $) "
              "AND (t.to_day IS NULL OR t.to_day >= $)) THEN 'yes' ELSE 'no' END ELSE '' END",
              scope.today, scope.today);
}
void add_seats_there(RowsQuery& query, const Scope& scope) {
    query.add("FROM group_seat s WHERE s.group_id = o.id "
              "AND (s.from_day IS NULL OR s.from_day <= $) "
              "AND (s.to_day IS NULL OR s.to_day >= $)",
              scope.today, scope.today);
}
void add_nobody_there(RowsQuery& query, const Scope& scope) {
    query.add("AND NOT EXISTS (SELECT 1 FROM group_member m WHERE m.seat_id = s.id "
              "AND m.part = 'member' AND m.from_day <= $ "
              "AND (m.to_day IS NULL OR m.to_day >= $)) "
              "AND NOT EXISTS (SELECT 1 FROM office_holder h WHERE h.office_id = s.holder_id "
              "AND h.from_day <= $ AND (h.to_day IS NULL OR h.to_day >= $))",
              scope.today, scope.today, scope.today, scope.today);
}
void add_seats(RowsQuery& query, const Scope& scope) {
    begin_ours(query, scope);
    query.add("CAST((SELECT count(*)");
    add_seats_there(query, scope);
    query.add(") AS TEXT) ELSE '' END");
}
void add_vacancies(RowsQuery& query, const Scope& scope) {
    begin_ours(query, scope);
    query.add("CAST((SELECT count(*)");
    add_seats_there(query, scope);
    add_nobody_there(query, scope);
    query.add(") AS TEXT) ELSE '' END");
}
void add_vacant(RowsQuery& query, const Scope& scope) {
    begin_ours(query, scope);
    query.add("CASE WHEN EXISTS (SELECT 1");
    add_seats_there(query, scope);
    add_nobody_there(query, scope);
    query.add(") THEN 'yes' ELSE 'no' END ELSE '' END");
}

void add_review_day(RowsQuery& query, const Scope& scope) {
    query.add("(SELECT t.review_on FROM group_terms t WHERE t.group_id = o.id "
              "AND t.adopted_on <= $ ORDER BY t.adopted_on DESC, t.number DESC LIMIT 1)",
              scope.today);
}
void add_review_by(RowsQuery& query, const Scope& scope) {
    query.add("coalesce(");
    add_review_day(query, scope);
    query.add(", '')");
}
/// The days are text, which compares as days do.
void add_terms(RowsQuery& query, const Scope& scope) {
    begin_ours(query, scope);
    query.add("CASE WHEN coalesce(");
    add_review_day(query, scope);
    query.add(", '') = '' THEN 'none' WHEN");
    add_review_day(query, scope);
    query.add("< $ THEN 'overdue' ELSE 'in_time' END ELSE '' END", scope.today);
}

constexpr registers::StoredCell cells[] = {
    {.key = "name", .sql = "o.name"},
    {.key = "kind", .sql = "coalesce(g.kind, '')"},
    {.key = "chair", .add = add_chair},
    {.key = "chair_since", .add = add_chair_since},
    {.key = "chaired", .add = add_chaired},
    {.key = "reports_to", .add = add_reports_to},
    {.key = "reports_since", .add = add_reports_since},
    {.key = "seats", .add = add_seats},
    {.key = "vacancies", .add = add_vacancies},
    {.key = "vacant", .add = add_vacant},
    {.key = "terms", .add = add_terms},
    {.key = "review_by", .add = add_review_by},
    {.key = "purpose", .sql = "coalesce(g.purpose, '')"},
    {.key = "contact", .sql = "coalesce(g.contact, '')"},
    {.key = "from", .sql = "coalesce(g.from_day, '')"},
    {.key = "to", .sql = "coalesce(g.to_day, '')"},
    {.key = "id", .sql = "o.id"},
    {.key = "version", .sql = "CAST(coalesce(g.version, 0) AS TEXT)"},
};

} // namespace

constinit const registers::Source group_source = {
    .from = "(SELECT id, name FROM owner WHERE kind = 'group') o "
            "LEFT JOIN group_record g ON g.id = o.id",
    .order = "lower(o.name), o.id",
    .cells = cells};

} // namespace openmasa::groups
