#include "plan/recommendation_response_store.hpp"
#include "core/audit/newest.hpp"
#include "kernel/id_list.hpp"
#include "plan/recommendation_response_twins.hpp"
#include <algorithm>

namespace openmasa::responses {
namespace {

using store::None;
using store::Query;

constexpr Query<Response(RecommendationId)> list_of_recommendation{"responses.of_recommendation",
                                                                   R"sql(
    SELECT x.id, x.recommendation_id, r.reference, r.title, x.owner_id, w.name, x.asked_on, x.asked_by,
           coalesce(p.known_as, 'Command line'), x.due, x.words, x.reminded, x.reminded_on, x.answer, x.done, x.evidence,
           x.link, x.answered_on, x.answered_by, coalesce(q.known_as, 'Command line'), x.version
    FROM recommendation_response x JOIN recommendation r ON r.id = x.recommendation_id JOIN owner w ON w.id = x.owner_id
    LEFT JOIN person p ON p.id = x.asked_by LEFT JOIN person q ON q.id = x.answered_by
    WHERE x.recommendation_id = $1 ORDER BY lower(w.name), w.id)sql"};
constexpr Query<Response(RecommendationId, OwnerId)> find_by_owner{"responses.find_of_owner",
                                                                   R"sql(
    SELECT x.id, x.recommendation_id, r.reference, r.title, x.owner_id, w.name, x.asked_on, x.asked_by,
           coalesce(p.known_as, 'Command line'), x.due, x.words, x.reminded, x.reminded_on, x.answer, x.done, x.evidence,
           x.link, x.answered_on, x.answered_by, coalesce(q.known_as, 'Command line'), x.version
    FROM recommendation_response x JOIN recommendation r ON r.id = x.recommendation_id JOIN owner w ON w.id = x.owner_id
    LEFT JOIN person p ON p.id = x.asked_by LEFT JOIN person q ON q.id = x.answered_by
    WHERE x.recommendation_id = $1 AND x.owner_id = $2)sql"};
constexpr Query<Response(ResponseId)> find_by_id{"responses.find", R"sql(
    SELECT x.id, x.recommendation_id, r.reference, r.title, x.owner_id, w.name, x.asked_on, x.asked_by,
           coalesce(p.known_as, 'Command line'), x.due, x.words, x.reminded, x.reminded_on, x.answer, x.done, x.evidence,
           x.link, x.answered_on, x.answered_by, coalesce(q.known_as, 'Command line'), x.version
    FROM recommendation_response x JOIN recommendation r ON r.id = x.recommendation_id JOIN owner w ON w.id = x.owner_id
    LEFT JOIN person p ON p.id = x.asked_by LEFT JOIN person q ON q.id = x.answered_by
    WHERE x.id = $1)sql"};
struct AskedRow {
    OwnerId owner;
    bool is_answered = false;
};
constexpr Query<AskedRow(RecommendationId)> list_asked{
    "responses.asked",
    "SELECT owner_id, answer IS NOT NULL FROM recommendation_response WHERE recommendation_id = $1"};
constexpr Query<Response()> list_unanswered{"responses.unanswered", R"sql(
    SELECT x.id, x.recommendation_id, r.reference, r.title, x.owner_id, w.name, x.asked_on, x.asked_by,
           coalesce(p.known_as, 'Command line'), x.due, x.words, x.reminded, x.reminded_on, x.answer, x.done, x.evidence,
           x.link, x.answered_on, x.answered_by, coalesce(q.known_as, 'Command line'), x.version
    FROM recommendation_response x JOIN recommendation r ON r.id = x.recommendation_id JOIN owner w ON w.id = x.owner_id
    LEFT JOIN person p ON p.id = x.asked_by LEFT JOIN person q ON q.id = x.answered_by
    WHERE x.answer IS NULL AND r.withdrawn_at IS NULL AND r.joined_to_id IS NULL
      AND r.state NOT IN ('not_accepted', 'embedded', 'superseded', 'closed') ORDER BY x.due, x.id)sql"};
constexpr Query<Response()> list_all{"responses.verify", R"sql(
    SELECT x.id, x.recommendation_id, r.reference, r.title, x.owner_id, w.name, x.asked_on, x.asked_by,
           coalesce(p.known_as, 'Command line'), x.due, x.words, x.reminded, x.reminded_on, x.answer, x.done, x.evidence,
           x.link, x.answered_on, x.answered_by, coalesce(q.known_as, 'Command line'), x.version
    FROM recommendation_response x JOIN recommendation r ON r.id = x.recommendation_id JOIN owner w ON w.id = x.owner_id
    LEFT JOIN person p ON p.id = x.asked_by LEFT JOIN person q ON q.id = x.answered_by ORDER BY x.id)sql"};

constexpr Query<None(ResponseId, RecommendationId, OwnerId, Day, std::optional<PersonId>, Day,
                     std::string_view, Moment)>
    insert_one{"responses.add", R"sql(
    INSERT INTO recommendation_response (id, recommendation_id, owner_id, asked_on, asked_by, due, words, reminded, done,
                                         evidence, link, version, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 0, '', '', '', 1, $8))sql"};
constexpr Query<None(ResponseId, std::int64_t, Day, std::string_view, int, std::optional<Day>,
                     std::optional<Answer>, std::string_view, std::string_view, std::string_view,
                     std::optional<Day>, std::optional<PersonId>, Moment)>
    update_one{"responses.save", R"sql(
    UPDATE recommendation_response SET version = $2 + 1, due = $3, words = $4, reminded = $5, reminded_on = $6,
           answer = $7, done = $8, evidence = $9, link = $10, answered_on = $11, answered_by = $12, updated_at = $13
    WHERE id = $1 AND version = $2)sql"};

constexpr Query<Office(RecommendationId)> list_offices{"responses.offices", R"sql(
    SELECT response_id, email FROM recommendation_response_office WHERE recommendation_id = $1 ORDER BY response_id)sql"};
constexpr Query<None(ResponseId, RecommendationId, std::string_view)> put_email{
    "responses.keep_email", R"sql(
    INSERT INTO recommendation_response_office (response_id, recommendation_id, email) VALUES ($1, $2, $3)
    ON CONFLICT (response_id) DO UPDATE SET email = $3)sql"};
constexpr Query<None(ResponseId)> delete_email{
    "responses.forget_email", "DELETE FROM recommendation_response_office WHERE response_id = $1"};

/// The twin and the history keep what this version left.
void keep_version(store::Db& db, const Scope& scope, const ResponseId& id, const plan::Deed& deed) {
    const auto now = db.one(find_by_id, id);
    const auto true_from = deed.true_from.value_or(scope.today);
    db.run(twins::copy_response, id, now->version, true_from, scope.now);
    audit::record(db, scope,
                  {.verb = deed.verb,
                   .kind = record_kind,
                   .id = id.view(),
                   .version = now->version,
                   .content = content_of(*now),
                   .true_from = true_from});
}

} // namespace

std::vector<Response> responses_of(store::Db& db, const Scope& scope, const RecommendationId& id) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.all(list_of_recommendation, id);
}

std::optional<Response> find_response(store::Db& db, const Scope& scope, const RecommendationId& id,
                                      const OwnerId& owner) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.one(find_by_owner, id, owner);
}

std::optional<Response> find_response(store::Db& db, const Scope& scope, const ResponseId& id) {
    if (!scope.may(Permission::read_plan)) return {};
    return db.one(find_by_id, id);
}

int count_unanswered(store::Db& db, const recommendations::Recommendation& it) {
    const auto asked = db.all(list_asked, it.id);
    auto unanswered =
        std::ranges::count_if(asked, [](const AskedRow& one) { return !one.is_answered; });
    for (const auto& owner : ids_in<OwnerId>(it.expected))
        unanswered += std::ranges::count(asked, owner, &AskedRow::owner) == 0;
    return static_cast<int>(unanswered);
}

int count_never_asked(store::Db& db, const recommendations::Recommendation& it) {
    const auto asked = db.all(list_asked, it.id);
    return static_cast<int>(
        std::ranges::count_if(ids_in<OwnerId>(it.expected), [&](const OwnerId& owner) {
            return std::ranges::count(asked, owner, &AskedRow::owner) == 0;
        }));
}

std::vector<Response> unanswered(store::Db& db) {
    return db.all(list_unanswered);
}

void add_response(store::Db& db, const Scope& scope, const Response& response) {
    db.run(insert_one, response.id, response.recommendation, response.owner, response.asked_on,
           response.asked_by, response.due, response.words, scope.now);
    keep_version(db, scope, response.id,
                 {.verb = "response.asked", .true_from = response.asked_on});
}

Result<Done> save_response(store::Db& db, const Scope& scope, const Response& r,
                           const plan::Deed& deed) {
    const int saved =
        db.run(update_one, r.id, r.version, r.due, r.words, r.reminded, r.reminded_on, r.answer,
               r.done, r.evidence, r.link, r.answered_on, r.answered_by, scope.now);
    if (saved == 0)
        return conflict("Somebody saved this answer while you were writing. What they saved "
                        "comes first below; yours follows, as you left it.");
    keep_version(db, scope, r.id, deed);
    return Done{};
}

std::vector<Office> offices_of(store::Db& db, const RecommendationId& id) {
    return db.all(list_offices, id);
}

void keep_email(store::Db& db, const Response& response, std::string_view email) {
    if (email.empty())
        db.run(delete_email, response.id);
    else
        db.run(put_email, response.id, response.recommendation, email);
}

void verify_responses(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, record_kind, fields());
    for (const auto& response : db.all(list_all))
        newest.compare({.id = response.id.view(),
                        .version = response.version,
                        .content = content_of(response)},
                       verdict);
    newest.report_missing(verdict);
}

} // namespace openmasa::responses
