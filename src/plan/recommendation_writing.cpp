#include "core/audit/newest.hpp"
#include "core/references/references.hpp"
#include "core/settings/revision.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/id_list.hpp"
#include "plan/recommendation_store.hpp"
#include "plan/recommendation_twins.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

using store::None;
using store::Query;

constexpr Query<RecommendationId()> list_ids{"recommendations.ids",
                                             "SELECT id FROM recommendation ORDER BY id"};
constexpr Query<None(RecommendationId, std::string_view, std::string_view, State, Day, Moment)>
    insert_one{"recommendations.add", R"sql(
    INSERT INTO recommendation (id, reference, title, state, since, home_words, tags, due_words, expected, actions,
                                joined_why, joined_likeness, withdrawn_why, version, updated_at)
    VALUES ($1, $2, $3, $4, $5, '', '', '', '', '', '', 0, '', 0, $6))sql"};
constexpr Query<None(RecommendationId, std::int64_t, std::string_view, State, Day,
                     std::optional<Home>, std::optional<plan::SectionId>, std::string_view,
                     std::optional<Kind>, std::string_view, std::optional<OwnerId>,
                     std::optional<PersonId>, std::string_view, std::optional<Day>, Moment)>
    update_one{"recommendations.save", R"sql(
    UPDATE recommendation SET version = $2 + 1, title = $3, state = $4, since = $5, home = $6, priority_id = $7,
                              home_words = $8, kind = $9, tags = $10, owner_id = $11, lead_id = $12, due_words = $13,
                              due = $14, updated_at = $15
    WHERE id = $1 AND version = $2)sql"};
constexpr Query<None(RecommendationId, std::string_view, std::string_view,
                     std::optional<RecommendationId>, std::optional<Day>, std::string_view, int,
                     std::optional<RecommendationId>, Moment, std::string_view)>
    update_ties{"recommendations.save_ties", R"sql(
    UPDATE recommendation SET expected = $2, actions = $3, joined_to_id = $4, joined_on = $5, joined_why = $6,
                              joined_likeness = $7, superseded_by_id = $8,
                              withdrawn_at = CASE WHEN $10 <> '' THEN coalesce(withdrawn_at, $9) END,
                              withdrawn_why = $10
    WHERE id = $1)sql"};

constexpr Query<None(SourceId, RecommendationId, SourceKind, std::string_view, std::optional<Day>,
                     std::string_view, std::string_view, std::string_view)>
    put_source{"recommendations.put_source", R"sql(
    INSERT INTO recommendation_source (id, recommendation_id, kind, document, dated, paragraph, words, proposed_lead)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (id) DO UPDATE SET kind = $3, document = $4, dated = $5, paragraph = $6, words = $7,
                                   proposed_lead = $8)sql"};
constexpr Query<None(SourceId)> delete_source{"recommendations.delete_source",
                                              "DELETE FROM recommendation_source WHERE id = $1"};
constexpr Query<None(EvidenceId, RecommendationId, Shows, EvidenceKind, std::string_view,
                     std::string_view, Day)>
    put_evidence{"recommendations.put_evidence", R"sql(
    INSERT INTO recommendation_evidence (id, recommendation_id, shows, kind, words, link, on_day)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (id) DO UPDATE SET shows = $3, kind = $4, words = $5, link = $6, on_day = $7)sql"};
constexpr Query<None(EvidenceId)> delete_evidence{
    "recommendations.delete_evidence", "DELETE FROM recommendation_evidence WHERE id = $1"};
/// What was decided is never changed; it is followed by the next decision.
constexpr Query<None(MoveId, RecommendationId, int, std::string_view, State, State, Day,
                     std::string_view, std::string_view)>
    put_move{"recommendations.put_move", R"sql(
    INSERT INTO recommendation_move (id, recommendation_id, number, move, from_state, to_state, on_day, decided_by, words)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql"};
constexpr Query<None(RecommendationId, plan::ActionId)> put_action{"recommendations.put_action",
                                                                   R"sql(
    INSERT INTO recommendation_action (recommendation_id, action_id) VALUES ($1, $2) ON CONFLICT DO NOTHING)sql"};

/// Writes what is new or another than before, and takes away what is gone.
template<class Part>
void write_each(const std::vector<Part>& before, const std::vector<Part>& now, auto put,
                auto remove) {
    for (const auto& one : now) {
        const auto was = std::ranges::find(before, one.id, &Part::id);
        if (was == before.end() || !(*was == one)) put(one);
    }
    for (const auto& was : before)
        if (std::ranges::count(now, was.id, &Part::id) == 0) remove(was);
}

void write_parts(store::Db& db, const Whole& before, const Whole& now) {
    const auto& id = now.it.id;
    write_each(
        before.sources, now.sources,
        [&](const Source& s) {
            db.run(put_source, s.id, id, s.kind, s.document, s.dated, s.paragraph, s.words,
                   s.proposed_lead);
        },
        [&](const Source& s) { db.run(delete_source, s.id); });
    write_each(
        before.evidence, now.evidence,
        [&](const Evidence& e) {
            db.run(put_evidence, e.id, id, e.shows, e.kind, e.words, e.link, e.on);
        },
        [&](const Evidence& e) { db.run(delete_evidence, e.id); });
    write_each(
        before.moves, now.moves,
        [&](const MoveMade& m) {
            db.run(put_move, m.id, id, m.number, m.move, m.from, m.to, m.on, m.by, m.comment);
        },
        [](const MoveMade&) {});
    if (before.it.actions == now.it.actions) return;
    for (const auto& action : ids_in<plan::ActionId>(now.it.actions))
        db.run(put_action, id, action);
}

TagNames tag_names(store::Db& db, std::string_view tags) {
    if (tags.empty()) return {};
    const auto book = terms::term_book(db);
    return {.themes = terms::names_in(*book, tags, terms::Kind::theme),
            .flourish = terms::names_in(*book, tags, terms::Kind::flourish)};
}

/// The twins and the history keep what this version left, whatever is hidden from who wrote it.
void keep_version(store::Db& db, const Scope& scope, const RecommendationId& id,
                  const plan::Deed& deed) {
    const auto whole = find_whole(db, scope, id);
    const auto version = whole->it.version;
    const auto true_from = deed.true_from.value_or(scope.today);
    db.run(twins::copy_recommendation, id, version, true_from, scope.now);
    if (!whole->sources.empty()) db.run(twins::copy_sources, id, version, true_from, scope.now);
    if (!whole->evidence.empty()) db.run(twins::copy_evidence, id, version, true_from, scope.now);
    if (!whole->moves.empty()) db.run(twins::copy_moves, id, version, true_from, scope.now);
    audit::record(db, scope,
                  {.verb = deed.verb,
                   .kind = record_kind,
                   .id = id.view(),
                   .version = version,
                   .content = content_of(*whole, deed.why, tag_names(db, whole->it.tags)),
                   .true_from = true_from});
}

Result<Done> write(store::Db& db, const Scope& scope, const Whole& before, const Whole& now,
                   const plan::Deed& deed) {
    const auto& r = now.it;
    const int saved =
        db.run(update_one, r.id, r.version, r.title, r.state, r.since, r.home, r.priority,
               r.home_words, r.kind, r.tags, r.owner, r.lead, r.due_words, r.due, scope.now);
    if (saved == 0) return conflict("Somebody changed this recommendation while you were writing.");
    db.run(update_ties, r.id, r.expected, r.actions, r.joined_to, r.joined_on, r.joined_why,
           r.joined_likeness, r.superseded_by, scope.now,
           r.withdrawn ? std::string_view(r.withdrawn_why) : "");
    write_parts(db, before, now);
    if (before.it.title != r.title || before.sources != now.sources ||
        before.it.joined_to != r.joined_to || before.it.withdrawn != r.withdrawn)
        revision::count_up(db, texts_revision);
    keep_version(db, scope, r.id, deed);
    return Done{};
}

} // namespace

Recommendation add_recommendation(store::Db& db, const Scope& scope, Whole whole) {
    auto& it = whole.it;
    it.reference = references::give(db, scope, references::recommendation, it.id.view());
    db.run(insert_one, it.id, it.reference, it.title, it.state, it.since, scope.now);
    it.version = 0;
    (void)write(db, scope, {}, whole, {.verb = "recommendation.added", .true_from = it.since});
    it.version = 1;
    return it;
}

Result<Done> save_recommendation(store::Db& db, const Scope& scope, const Whole& whole,
                                 const plan::Deed& deed) {
    const auto before = find_whole(db, scope, whole.it.id);
    if (!before) return not_found();
    return write(db, scope, *before, whole, deed);
}

void verify_recommendations(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, record_kind, fields());
    Scope everything;
    everything.holdings = {{.role = Role::auditor, .owner = {}}};
    for (const auto& id : db.all(list_ids)) {
        const auto whole = find_whole(db, everything, id);
        newest.compare(
            {.id = id.view(), .version = whole->it.version, .content = content_of(*whole)},
            verdict);
    }
    newest.report_missing(verdict);
}

} // namespace openmasa::recommendations
