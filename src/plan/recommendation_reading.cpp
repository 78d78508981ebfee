#include "core/references/references.hpp"
#include "kernel/id_list.hpp"
#include "plan/recommendation_store.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

using store::Query;

/// On a day before its priority stood in any plan it is called as it was first.
constexpr Query<Recommendation(RecommendationId)> find_by_id{"recommendations.find", R"sql(
    SELECT r.id, r.reference, r.title, r.state, r.since, r.home, r.priority_id, coalesce(s.name, v.name, ''), r.home_words,
           r.kind, r.tags, r.owner_id, w.name, r.lead_id, l.known_as, r.due_words, r.due, r.expected, r.actions,
           r.joined_to_id, r.joined_on, r.joined_why, r.joined_likeness, r.superseded_by_id,
           r.withdrawn_at IS NOT NULL, r.withdrawn_why, r.version, r.updated_at
    FROM recommendation r LEFT JOIN section s ON s.id = r.priority_id
                          LEFT JOIN section_version v ON v.id = r.priority_id AND v.of_version = 1
                          LEFT JOIN owner w ON w.id = r.owner_id
                          LEFT JOIN person l ON l.id = r.lead_id
    WHERE r.id = $1)sql"};
constexpr Query<Recommendation(plan::ActionId)> list_by_action{"recommendations.of_action", R"sql(
    SELECT r.id, r.reference, r.title, r.state, r.since, r.home, r.priority_id, coalesce(s.name, v.name, ''), r.home_words,
           r.kind, r.tags, r.owner_id, w.name, r.lead_id, l.known_as, r.due_words, r.due, r.expected, r.actions,
           r.joined_to_id, r.joined_on, r.joined_why, r.joined_likeness, r.superseded_by_id,
           r.withdrawn_at IS NOT NULL, r.withdrawn_why, r.version, r.updated_at
    FROM recommendation_action x JOIN recommendation r ON r.id = x.recommendation_id
                                 LEFT JOIN section s ON s.id = r.priority_id
                          LEFT JOIN section_version v ON v.id = r.priority_id AND v.of_version = 1
                          LEFT JOIN owner w ON w.id = r.owner_id
                                 LEFT JOIN person l ON l.id = r.lead_id
    WHERE x.action_id = $1 AND r.withdrawn_at IS NULL AND (' ' || r.actions || ' ') LIKE ('% ' || x.action_id || ' %')
    ORDER BY r.id DESC)sql"};

constexpr Query<Source(RecommendationId)> list_sources{"recommendations.sources", R"sql(
    SELECT id, kind, document, dated, paragraph, words, proposed_lead FROM recommendation_source
    WHERE recommendation_id = $1 ORDER BY id)sql"};
constexpr Query<Evidence(RecommendationId)> list_evidence{"recommendations.evidence", R"sql(
    SELECT id, shows, kind, words, link, on_day FROM recommendation_evidence
    WHERE recommendation_id = $1 ORDER BY id)sql"};
constexpr Query<MoveMade(RecommendationId)> list_moves{"recommendations.moves", R"sql(
    SELECT id, number, move, from_state, to_state, on_day, decided_by, words FROM recommendation_move
    WHERE recommendation_id = $1 ORDER BY number)sql"};
constexpr Query<Expected(RecommendationId)> list_expected{"recommendations.expected", R"sql(
    SELECT w.id, w.name FROM recommendation r JOIN owner w
                        ON (' ' || r.expected || ' ') LIKE ('% ' || w.id || ' %')
    WHERE r.id = $1 AND r.expected <> '' ORDER BY lower(w.name), w.id)sql"};
constexpr Query<CarriedOut(RecommendationId)> list_actions{"recommendations.actions", R"sql(
    SELECT a.id, a.reference, a.title, a.status
    FROM recommendation r JOIN recommendation_action x ON x.recommendation_id = r.id JOIN action a ON a.id = x.action_id
    WHERE r.id = $1 AND (' ' || r.actions || ' ') LIKE ('% ' || x.action_id || ' %') AND a.withdrawn_at IS NULL
    ORDER BY a.id)sql"};

constexpr Query<int(RecommendationId)> count_open{"recommendations.count_open", R"sql(
    SELECT count(*)
    FROM recommendation r JOIN recommendation_action x ON x.recommendation_id = r.id JOIN action a ON a.id = x.action_id
    WHERE r.id = $1 AND (' ' || r.actions || ' ') LIKE ('% ' || x.action_id || ' %') AND a.withdrawn_at IS NULL
      AND a.status NOT IN ('done', 'stopped'))sql"};

constexpr Query<Joined(RecommendationId)> list_joined{"recommendations.joined", R"sql(
    SELECT id, reference, title, joined_on, joined_why, joined_likeness FROM recommendation
    WHERE joined_to_id = $1 AND withdrawn_at IS NULL ORDER BY joined_on, id)sql"};
constexpr Query<SourceOf(RecommendationId)> list_all_sources{"recommendations.all_sources", R"sql(
    SELECT r.id, r.reference, s.id, s.kind, s.document, s.dated, s.paragraph, s.words, s.proposed_lead
    FROM recommendation r JOIN recommendation_source s ON s.recommendation_id = r.id
    WHERE r.id = $1 OR (r.joined_to_id = $1 AND r.withdrawn_at IS NULL)
    ORDER BY CASE WHEN r.id = $1 THEN 0 ELSE 1 END, r.id, s.id)sql"};
constexpr Query<SourceText()> list_texts{"recommendations.texts", R"sql(
    SELECT coalesce(h.id, r.id) AS id, r.title AS words, '' AS source_id
    FROM recommendation r LEFT JOIN recommendation h ON h.id = r.joined_to_id WHERE r.withdrawn_at IS NULL
    UNION ALL SELECT coalesce(h.id, r.id), s.words, s.id
    FROM recommendation r JOIN recommendation_source s ON s.recommendation_id = r.id
                          LEFT JOIN recommendation h ON h.id = r.joined_to_id
    WHERE r.withdrawn_at IS NULL ORDER BY 1, 3)sql"};

} // namespace

std::optional<Recommendation> find_recommendation(store::Db& db, const Scope& scope,
                                                  const RecommendationId& id) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.one(find_by_id, id);
}

std::optional<Whole> find_whole(store::Db& db, const Scope& scope, const RecommendationId& id) {
    auto found = find_recommendation(db, scope, id);
    if (!found) return {};
    return Whole{.it = std::move(*found),
                 .sources = db.all(list_sources, id),
                 .expected = db.all(list_expected, id),
                 .actions = db.all(list_actions, id),
                 .evidence = db.all(list_evidence, id),
                 .moves = db.all(list_moves, id)};
}

int count_hidden_open(store::Db& db, const Whole& whole) {
    if (ids_in<plan::ActionId>(whole.it.actions).size() == whole.actions.size()) return 0;
    const store::Db::Plainly plainly(db);
    const int seen = static_cast<int>(
        std::ranges::count_if(whole.actions, [](const CarriedOut& a) { return !has_ended(a); }));
    return db.one(count_open, whole.it.id).value_or(0) - seen;
}

std::optional<Recommendation> find_called(store::Db& db, const Scope& scope,
                                          std::string_view words) {
    const auto found = references::find(db, words);
    if (!found || found->kind != record_kind) return {};
    return find_recommendation(db, scope, RecommendationId::unchecked(found->id));
}

std::vector<Joined> joined_to(store::Db& db, const Scope& scope, const RecommendationId& id) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.all(list_joined, id);
}

std::vector<SourceOf> all_sources_of(store::Db& db, const Scope& scope,
                                     const RecommendationId& id) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.all(list_all_sources, id);
}

std::vector<SourceText> texts_to_compare(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.all(list_texts);
}

std::vector<Recommendation> carried_out_by(store::Db& db, const Scope& scope,
                                           const plan::ActionId& action) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.all(list_by_action, action);
}

} // namespace openmasa::recommendations
