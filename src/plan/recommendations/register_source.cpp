#include "plan/recommendations/register_source.hpp"
#include <cctype>

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
    query.add(
        "CASE WHEN r.tags = '' THEN '' ELSE coalesce((SELECT string_agg(t.name, $ ORDER BY CASE WHEN t.position = 0 THEN 1 "
        "ELSE 0 END, t.position, lower(t.name), t.id) FROM term t WHERE t.kind = $ "
        "AND (' ' || r.tags || ' ') LIKE ('% ' || t.id || ' %')), '') END",
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

/// Whether the word can stand in "A-2026-014": at most one letter, at the beginning.
bool may_be_of_a_reference(std::string_view word) {
    const auto rest = word.substr(std::isalpha(static_cast<unsigned char>(word.front())) ? 1 : 0);
    return (rest.empty() || rest.size() == word.size() || rest.front() == '-') &&
           rest.find_first_not_of("0123456789-") == rest.npos;
}

/// Those actions are found first, and then who names them: ten thousand rows have fifty thousand.
void find_in_actions(RowsQuery& query, std::string_view word, const std::string& pattern) {
    if (!may_be_of_a_reference(word)) {
        query.add("FALSE");
        return;
    }
    query.add("r.id IN (SELECT x.recommendation_id FROM reference f "
              "JOIN action a ON a.id = f.record_id "
              "JOIN recommendation_action x ON x.action_id = a.id "
              "JOIN recommendation z ON z.id = x.recommendation_id "
              "WHERE f.kind = 'action' AND a.withdrawn_at IS NULL "
              "AND (' ' || z.actions || ' ') LIKE ('% ' || x.action_id || ' %') "
              "AND lower(f.letter || '-' || CAST(f.year AS TEXT) || '-' || "
              "CASE WHEN f.number < 10 THEN '00' WHEN f.number < 100 THEN '0' ELSE '' END || "
              "CAST(f.number AS TEXT)) LIKE $ ESCAPE '!')",
              pattern);
}

// The few that are called so are found once, not for each row.
void find_in_expected(RowsQuery& query, std::string_view, const std::string& pattern) {
    query.add("(r.expected <> '' AND EXISTS (WITH n AS MATERIALIZED (SELECT x.id FROM owner x "
              "WHERE lower(x.name) LIKE $ ESCAPE '!') "
              "SELECT 1 FROM n WHERE (' ' || r.expected || ' ') LIKE ('% ' || n.id || ' %')))",
              pattern);
}
void find_in_owner(RowsQuery& query, std::string_view, const std::string& pattern) {
    query.add("r.owner_id IN (SELECT x.id FROM owner x WHERE lower(x.name) LIKE $ ESCAPE '!')",
              pattern);
}
void find_in_lead(RowsQuery& query, std::string_view, const std::string& pattern) {
    query.add("r.lead_id IN (SELECT x.id FROM person x WHERE lower(x.known_as) LIKE $ ESCAPE '!')",
              pattern);
}
/// A priority that is no longer in its plan is called as it was at first.
void find_in_priority(RowsQuery& query, std::string_view, const std::string& pattern) {
    query.add("r.priority_id IN (SELECT x.id FROM section x WHERE lower(x.name) LIKE $ ESCAPE '!' "
              "UNION ALL SELECT v.id FROM section_version v WHERE v.of_version = 1 "
              "AND lower(v.name) LIKE $ ESCAPE '!' "
              "AND NOT EXISTS (SELECT 1 FROM section x WHERE x.id = v.id))",
              pattern, pattern);
}
void find_in_terms(RowsQuery& query, std::string_view kind, const std::string& pattern) {
    query.add("(r.tags <> '' AND EXISTS (WITH n AS MATERIALIZED (SELECT t.id FROM term t "
              "WHERE t.kind = $ AND lower(t.name) LIKE $ ESCAPE '!') "
              "SELECT 1 FROM n WHERE (' ' || r.tags || ' ') LIKE ('% ' || n.id || ' %')))",
              kind, pattern);
}
void find_in_themes(RowsQuery& query, std::string_view, const std::string& pattern) {
    find_in_terms(query, "theme", pattern);
}
void find_in_flourish(RowsQuery& query, std::string_view, const std::string& pattern) {
    find_in_terms(query, "flourish", pattern);
}

/// The document, the place in it, the words and the lead its author proposed: its first source is
/// read once for all four.
void find_in_source(RowsQuery& query, std::string_view, const std::string& pattern) {
    query.add("(SELECT lower(s.document || ' ' || s.paragraph || ' ' || s.words || ' ' || "
              "s.proposed_lead) FROM recommendation_source s WHERE s.recommendation_id = r.id "
              "ORDER BY s.id LIMIT 1) LIKE $ ESCAPE '!'",
              pattern);
}
void found_with_the_words(RowsQuery& query, std::string_view, const std::string&) {
    query.add("FALSE");
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
    query.add("CASE WHEN r.due < $ AND r.state IN ('accepted', 'in_progress') "
              "AND (r.joined_to_id IS NULL OR NOT EXISTS (SELECT 1 FROM recommendation j "
              "WHERE j.id = r.joined_to_id)) THEN 'yes' ELSE 'no' END",
              scope.today);
}

constexpr registers::StoredCell cells[] = {
    {.key = "reference", .sql = "r.reference"},
    {.key = "title", .sql = "r.title"},
    {.key = "document", .add = add_document, .find = found_with_the_words},
    {.key = "paragraph", .add = add_paragraph, .find = found_with_the_words},
    {.key = "source_kind", .add = add_source_kind},
    {.key = "dated", .add = add_dated},
    {.key = "words", .add = add_words, .find = find_in_source},
    {.key = "proposed_lead", .add = add_proposed_lead, .find = found_with_the_words},
    {.key = "home", .sql = "coalesce(r.home, '')"},
    {.key = "priority",
     .sql = "coalesce(s.name, (SELECT v.name FROM section_version v WHERE v.id = r.priority_id "
            "AND v.of_version = 1), '')",
     .find = find_in_priority},
    {.key = "home_words", .sql = "r.home_words"},
    {.key = "kind", .sql = "coalesce(r.kind, '')"},
    {.key = "themes", .add = add_themes, .find = find_in_themes},
    {.key = "flourish", .add = add_flourish, .find = find_in_flourish},
    {.key = "owner", .sql = "coalesce(w.name, '')", .find = find_in_owner},
    {.key = "lead", .sql = "coalesce(l.known_as, '')", .find = find_in_lead},
    {.key = "due", .sql = "r.due_words"},
    {.key = "expected", .add = add_expected, .find = find_in_expected},
    {.key = "actions", .add = add_actions, .find = find_in_actions},
    {.key = "state", .sql = "r.state"},
    {.key = "since", .sql = "r.since"},
    {.key = "standing",
     .sql = "CASE WHEN r.joined_to_id IS NOT NULL AND EXISTS (SELECT 1 FROM recommendation j "
            "WHERE j.id = r.joined_to_id) THEN 'joined' WHEN r.state = 'proposed' THEN "
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
