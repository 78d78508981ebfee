#include "core/comments/comments.hpp"
#include "core/settings/revision.hpp"
#include "core/thread/links.hpp"
#include "plan/recommendation_store.hpp"
#include "plan/retention/store.hpp"

namespace openmasa::retention {
namespace {

using store::None;
using store::Query;

constexpr Query<std::string(std::string_view)> list_standing_with{
    "retention.recommendations_with",
    "SELECT id FROM recommendation WHERE id = $1 OR joined_to_id = $1 ORDER BY id"};
constexpr Query<None(std::string_view, std::string_view)> purge_history_of{
    "retention.purge_recommendation_history", R"sql(
    UPDATE history SET content = '', salt = '', destroyed_under = $2
    WHERE destroyed_under IS NULL
      AND (kind = 'recommendation' AND record_id = $1
           OR kind = 'recommendation_response'
              AND record_id IN (SELECT id FROM recommendation_response WHERE recommendation_id = $1)))sql"};
/// The row stays where others point to it, without its words.
constexpr Query<None(std::string_view, std::string_view)> blank{"retention.blank_recommendation",
                                                                R"sql(
    UPDATE recommendation SET title = 'Destroyed', home = NULL, priority_id = NULL, home_words = '', kind = NULL,
                              tags = '', owner_id = NULL, lead_id = NULL, due_words = '', due = NULL, expected = '',
                              actions = '', joined_to_id = NULL, joined_on = NULL, joined_why = '',
                              joined_likeness = 0, superseded_by_id = NULL,
                              withdrawn_at = coalesce(withdrawn_at, updated_at),
                              withdrawn_why = 'Destroyed under certificate ' || $2
    WHERE id = $1)sql"};

// What has no row of its own that others point to.
constexpr Query<None(std::string_view)> purge_offices{
    "retention.purge_response_offices",
    "DELETE FROM recommendation_response_office WHERE recommendation_id = $1"};
constexpr Query<None(std::string_view)> purge_responses{
    "retention.purge_responses",
    "DELETE FROM recommendation_response WHERE recommendation_id = $1"};
constexpr Query<None(std::string_view)> purge_response_twin{
    "retention.purge_response_twin",
    "DELETE FROM recommendation_response_version WHERE recommendation_id = $1"};
constexpr Query<None(std::string_view)> purge_sources{
    "retention.purge_sources", "DELETE FROM recommendation_source WHERE recommendation_id = $1"};
constexpr Query<None(std::string_view)> purge_source_twin{
    "retention.purge_source_twin",
    "DELETE FROM recommendation_source_version WHERE recommendation_id = $1"};
constexpr Query<None(std::string_view)> purge_shown{
    "retention.purge_shown", "DELETE FROM recommendation_evidence WHERE recommendation_id = $1"};
constexpr Query<None(std::string_view)> purge_shown_twin{
    "retention.purge_shown_twin",
    "DELETE FROM recommendation_evidence_version WHERE recommendation_id = $1"};
constexpr Query<None(std::string_view)> purge_moves{
    "retention.purge_moves", "DELETE FROM recommendation_move WHERE recommendation_id = $1"};
constexpr Query<None(std::string_view)> purge_move_twin{
    "retention.purge_move_twin",
    "DELETE FROM recommendation_move_version WHERE recommendation_id = $1"};
constexpr Query<None(std::string_view)> purge_carried{
    "retention.purge_carried", "DELETE FROM recommendation_action WHERE recommendation_id = $1"};
constexpr Query<None(std::string_view)> purge_twin{
    "retention.purge_recommendation_twin", "DELETE FROM recommendation_version WHERE id = $1"};

int destroy_one(store::Db& db, std::string_view id, std::string_view certificate) {
    constexpr std::string_view kind = recommendations::record_kind;
    const int versions = db.run(purge_history_of, id, certificate);
    for (const auto* purge : {&purge_offices, &purge_responses, &purge_response_twin,
                              &purge_sources, &purge_source_twin, &purge_shown, &purge_shown_twin,
                              &purge_moves, &purge_move_twin, &purge_carried, &purge_twin})
        db.run(*purge, id);
    db.run(blank, id, certificate);
    return versions + comments::destroy_on(db, kind, id, certificate) +
           thread::destroy_links_of(db, {std::string(kind), std::string(id)}, certificate);
}

} // namespace

int destroy_recommendation(store::Db& db, std::string_view id, std::string_view certificate) {
    int versions = 0;
    for (const auto& one : db.all(list_standing_with, id))
        versions += destroy_one(db, one, certificate);
    revision::count_up(db, recommendations::texts_revision);
    return versions;
}

} // namespace openmasa::retention
