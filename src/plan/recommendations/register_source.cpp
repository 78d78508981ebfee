#include "plan/recommendations/register_source.hpp"

namespace openmasa::recommendations {
namespace {

using registers::RowsQuery;

/// Of the first of its own sources.
void add_of_source(RowsQuery& query, store::SqlPiece<0> what) {
    query.add("coalesce((SELECT").add(what);
    query.add("FROM recommendation_source s WHERE s.recommendation_id = r.id "
              "ORDER BY s.id LIMIT 1), '')");
}
void add_source_kind(RowsQuery& query, const Scope&) {
    add_of_source(query, "s.kind");
}
void add_document(RowsQuery& query, const Scope&) {
    add_of_source(query, "s.document");
}
void add_dated(RowsQuery& query, const Scope&) {
    add_of_source(query, "s.dated");
}
void add_paragraph(RowsQuery& query, const Scope&) {
    add_of_source(query, "s.paragraph");
}
void add_words(RowsQuery& query, const Scope&) {
    add_of_source(query, "s.words");
}
void add_proposed_lead(RowsQuery& query, const Scope&) {
    add_of_source(query, "s.proposed_lead");
}
void add_sources(RowsQuery& query, const Scope&) {
    query.add("CAST((SELECT count(*) FROM recommendation_source s "
              "WHERE s.recommendation_id = r.id) AS TEXT)");
}

/// In the order of the terms (core/terms/store.hpp).
void add_terms(RowsQuery& query, std::string_view kind) {
    query.add("coalesce((SELECT string_agg(t.name, $ ORDER BY CASE WHEN t.position = 0 THEN 1 "
              "ELSE 0 END, t.position, lower(t.name), t.id) FROM term t WHERE t.kind = $ "
              "AND (' ' || r.tags || ' ') LIKE ('% ' || t.id || ' %')), '')",
              "; ", kind);
}
void add_themes(RowsQuery& query, const Scope&) {
    add_terms(query, "theme");
}
void add_flourish(RowsQuery& query, const Scope&) {
    add_terms(query, "flourish");
}

void add_expected(RowsQuery& query, const Scope&) {
    query.add("CASE WHEN r.expected = '' THEN '' ELSE coalesce((SELECT string_agg(x.name, $ "
              "ORDER BY lower(x.name), x.id) FROM owner x "
              "WHERE (' ' || r.expected || ' ') LIKE ('% ' || x.id || ' %')), '') END",
              "; ");
}

/// By their references to say aloud, as references::written() writes them.
void add_actions(RowsQuery& query, const Scope&) {
    query.add("coalesce((SELECT string_agg(f.letter || '-' || CAST(f.year AS TEXT) || '-' || "
              "CASE WHEN f.number < 10 THEN '00' WHEN f.number < 100 THEN '0' ELSE '' END || "
              "CAST(f.number AS TEXT), $ ORDER BY f.year, f.number) "
              "FROM recommendation_action x JOIN action a ON a.id = x.action_id "
              "JOIN reference f ON f.kind = 'action' AND f.record_id = a.id "
              "WHERE x.recommendation_id = r.id AND a.withdrawn_at IS NULL "
              "AND (' ' || r.actions || ' ') LIKE ('% ' || x.action_id || ' %')), '')",
              ", ");
}

void add_evidence(RowsQuery& query, const Scope&) {
    query.add("CAST((SELECT count(*) FROM recommendation_evidence e "
              "WHERE e.recommendation_id = r.id AND e.shows = 'completion') AS TEXT)");
}
/// A document does not show what changed (counts_for()).
void add_impact(RowsQuery& query, const Scope&) {
    query.add("CAST((SELECT count(*) FROM recommendation_evidence e "
              "WHERE e.recommendation_id = r.id AND e.shows = 'impact' "
              "AND e.kind <> 'document') AS TEXT)");
}

void add_late(RowsQuery& query, const Scope& scope) {
    query.add("CASE WHEN r.joined_to_id IS NULL AND r.due < $ AND r.state IN ('accepted', "
              "'in_progress') THEN 'yes' ELSE 'no' END",
              scope.today);
}

constexpr registers::StoredCell cells[] = {
    {.key = "reference", .sql = "r.reference"},
    {.key = "title", .sql = "r.title"},
    {.key = "document", .add = add_document},
    {.key = "paragraph", .add = add_paragraph},
    {.key = "source_kind", .add = add_source_kind},
    {.key = "dated", .add = add_dated},
    {.key = "words", .add = add_words},
    {.key = "proposed_lead", .add = add_proposed_lead},
    {.key = "home", .sql = "coalesce(r.home, '')"},
    {.key = "priority",
     .sql = "coalesce(s.name, (SELECT v.name FROM section_version v WHERE v.id = r.priority_id "
            "AND v.of_version = 1), '')"},
    {.key = "home_words", .sql = "r.home_words"},
    {.key = "kind", .sql = "coalesce(r.kind, '')"},
    {.key = "themes", .add = add_themes},
    {.key = "flourish", .add = add_flourish},
    {.key = "owner", .sql = "coalesce(w.name, '')"},
    {.key = "lead", .sql = "coalesce(l.known_as, '')"},
    {.key = "due", .sql = "r.due_words"},
    {.key = "expected", .add = add_expected},
    {.key = "actions", .add = add_actions},
    {.key = "state", .sql = "r.state"},
    {.key = "since", .sql = "r.since"},
    {.key = "standing",
     .sql = "CASE WHEN r.joined_to_id IS NOT NULL THEN 'joined' WHEN r.state = 'proposed' THEN "
            "'waits' WHEN r.state IN ('not_accepted', 'embedded', 'superseded', 'closed') THEN "
            "'ended' ELSE 'outstanding' END"},
    {.key = "late", .add = add_late},
    {.key = "stands_with",
     .sql = "coalesce((SELECT j.reference FROM recommendation j WHERE j.id = r.joined_to_id), '')"},
    {.key = "superseded_by",
     .sql =
         "coalesce((SELECT j.reference FROM recommendation j WHERE j.id = r.superseded_by_id), '')"},
    {.key = "sources", .add = add_sources},
    {.key = "evidence", .add = add_evidence},
    {.key = "impact", .add = add_impact},
    {.key = "id", .sql = "r.id"},
    {.key = "version", .sql = "CAST(r.version AS TEXT)"},
};

} // namespace

constinit const registers::Source recommendation_source = {
    .from = "(SELECT * FROM recommendation WHERE withdrawn_at IS NULL) r "
            "LEFT JOIN section s ON s.id = r.priority_id LEFT JOIN owner w ON w.id = r.owner_id "
            "LEFT JOIN person l ON l.id = r.lead_id",
    .order = "r.since DESC, r.id",
    .cells = cells};

} // namespace openmasa::recommendations
