#include "plan/updates/store.hpp"
#include "core/audit/newest.hpp"
#include <algorithm>

namespace openmasa::updates {
namespace {

using plan::ActionId;
using plan::PlanId;
using store::None;
using store::Query;

/// What the next edition carries on, or left behind, is no longer asked about here.
constexpr Query<OpenAction(PlanId)> list_open_actions{"updates.open_actions", R"sql(
    SELECT a.id, a.section_id, a.objective_id, s.owner_id, a.owner_id, w.name, a.status, a.deadline, a.next_step,
           coalesce(a.last_update, a.adopted_on)
    FROM action a JOIN section s ON s.id = a.section_id JOIN owner w ON w.id = a.owner_id
    WHERE a.plan_id = $1 AND a.withdrawn_at IS NULL AND a.status NOT IN ('done', 'stopped') AND a.left_behind_why = ''
      AND NOT EXISTS (SELECT 1 FROM action n WHERE n.follows_id = a.id AND n.withdrawn_at IS NULL)
    ORDER BY w.name, w.id, a.position, a.id)sql"};
/// With those who hold a role within one of its seats.
constexpr Query<Acting(PlanId, Day)> list_acting{"updates.acting", R"sql(
    SELECT DISTINCT w.id, h.person_id, p.known_as, h.role
    FROM owner w JOIN role_holding h ON h.owner_id = w.id OR h.owner_id IN (SELECT x.id FROM owner x WHERE x.group_id = w.id)
    JOIN person p ON p.id = h.person_id
    WHERE w.id IN (SELECT a.owner_id FROM action a WHERE a.plan_id = $1)
      AND h.from_day <= $2 AND (h.to_day IS NULL OR h.to_day >= $2)
      AND EXISTS (SELECT 1 FROM account c WHERE c.person_id = h.person_id AND c.ended_at IS NULL)
    ORDER BY p.known_as, h.person_id, w.id, h.role)sql"};

constexpr Query<Request(RequestId)> find_request_by_id{"updates.find_request", R"sql(
    SELECT r.id, r.plan_id, l.title, r.asked_by, coalesce(p.known_as, 'Command line'), r.asked_at, r.answer_by, r.words,
           r.reminded_on, r.closed_at, r.version
    FROM update_request r JOIN plan l ON l.id = r.plan_id LEFT JOIN person p ON p.id = r.asked_by
    WHERE r.id = $1 AND l.withdrawn_at IS NULL)sql"};
constexpr Query<Request()> list_open_requests{"updates.open_requests", R"sql(
    SELECT r.id, r.plan_id, l.title, r.asked_by, coalesce(p.known_as, 'Command line'), r.asked_at, r.answer_by, r.words,
           r.reminded_on, r.closed_at, r.version
    FROM update_request r JOIN plan l ON l.id = r.plan_id LEFT JOIN person p ON p.id = r.asked_by
    WHERE r.closed_at IS NULL AND l.withdrawn_at IS NULL ORDER BY r.id)sql"};
constexpr Query<Request()> list_all_requests{"updates.verify_requests", R"sql(
    SELECT r.id, r.plan_id, l.title, r.asked_by, coalesce(p.known_as, 'Command line'), r.asked_at, r.answer_by, r.words,
           r.reminded_on, r.closed_at, r.version
    FROM update_request r JOIN plan l ON l.id = r.plan_id LEFT JOIN person p ON p.id = r.asked_by
    ORDER BY r.id)sql"};
constexpr Query<Listed(PlanId, int)> list_requests{"updates.requests_of", R"sql(
    SELECT r.id, r.plan_id, l.title, r.asked_by, coalesce(p.known_as, 'Command line'), r.asked_at, r.answer_by, r.words,
           r.reminded_on, r.closed_at, r.version, n.actions, n.answered
    FROM update_request r JOIN plan l ON l.id = r.plan_id LEFT JOIN person p ON p.id = r.asked_by
    JOIN (SELECT q.request_id AS id, count(*) AS actions,
                 CAST(sum(CASE WHEN EXISTS (SELECT 1 FROM progress g WHERE g.action_id = a.id AND g.at > o.asked_at)
                               THEN 1 ELSE 0 END) AS BIGINT) AS answered
          FROM update_request o JOIN update_asked q ON q.request_id = o.id
          JOIN action a ON a.id = q.action_id AND a.owner_id = q.owner_id AND a.withdrawn_at IS NULL
          WHERE o.plan_id = $1 GROUP BY q.request_id) n ON n.id = r.id
    WHERE r.plan_id = $1 ORDER BY r.asked_at DESC, r.id DESC LIMIT $2)sql"};
constexpr Query<Asked(RequestId)> list_asked{"updates.asked_in", R"sql(
    SELECT q.owner_id, w.name, a.id, a.reference, a.title, a.section_id, s.name, s.owner_id, a.objective_id, a.status,
           a.stopped_why, a.date_words, a.deadline, a.next_step, a.evidence, a.version, g.at, g.person_id,
           CASE WHEN g.id IS NULL THEN '' ELSE coalesce(p.known_as, 'Command line') END, coalesce(g.words, ''),
           g.at IS NOT NULL AND g.at > r.asked_at
    FROM update_asked q JOIN update_request r ON r.id = q.request_id
    JOIN action a ON a.id = q.action_id AND a.owner_id = q.owner_id AND a.withdrawn_at IS NULL
    JOIN section s ON s.id = a.section_id JOIN owner w ON w.id = q.owner_id
    LEFT JOIN progress g ON g.id = (SELECT max(x.id) FROM progress x WHERE x.action_id = a.id)
    LEFT JOIN person p ON p.id = g.person_id
    WHERE q.request_id = $1 ORDER BY s.position, s.id, a.position, a.id)sql"};

constexpr Query<Office(RequestId, Moment)> list_offices{"updates.offices_of", R"sql(
    SELECT o.id, o.request_id, o.owner_id, w.name, o.email,
           EXISTS (SELECT 1 FROM record_link k WHERE k.purpose = 'update.answer' AND k.record_id = o.id
                   AND k.revoked_at IS NULL AND k.expires_at > $2),
           (SELECT count(*) FROM record_link k WHERE k.purpose = 'update.answer' AND k.record_id = o.id),
           (SELECT CAST(coalesce(sum(k.uses), 0) AS BIGINT) FROM record_link k WHERE k.purpose = 'update.answer' AND k.record_id = o.id)
    FROM update_office o JOIN owner w ON w.id = o.owner_id WHERE o.request_id = $1 ORDER BY w.name, o.id)sql"};
constexpr Query<Office(OfficeId, Moment)> find_office_by_id{"updates.find_office", R"sql(
    SELECT o.id, o.request_id, o.owner_id, w.name, o.email,
           EXISTS (SELECT 1 FROM record_link k WHERE k.purpose = 'update.answer' AND k.record_id = o.id
                   AND k.revoked_at IS NULL AND k.expires_at > $2),
           (SELECT count(*) FROM record_link k WHERE k.purpose = 'update.answer' AND k.record_id = o.id),
           (SELECT CAST(coalesce(sum(k.uses), 0) AS BIGINT) FROM record_link k WHERE k.purpose = 'update.answer' AND k.record_id = o.id)
    FROM update_office o JOIN owner w ON w.id = o.owner_id WHERE o.id = $1)sql"};

constexpr Query<None(RequestId, PlanId, std::optional<PersonId>, Moment, Day, std::string_view)>
    insert_request{"updates.add_request", R"sql(
    INSERT INTO update_request (id, plan_id, asked_by, asked_at, answer_by, words, version)
    VALUES ($1, $2, $3, $4, $5, $6, 1))sql"};
constexpr Query<None(RequestId, ActionId, OwnerId)> insert_asked{
    "updates.add_asked",
    "INSERT INTO update_asked (request_id, action_id, owner_id) VALUES ($1, $2, $3)"};
constexpr Query<None(OfficeId, RequestId, OwnerId, std::string_view)> insert_office{
    "updates.add_office",
    "INSERT INTO update_office (id, request_id, owner_id, email) VALUES ($1, $2, $3, $4)"};
constexpr Query<None(RequestId, std::int64_t, std::optional<Day>, std::optional<Moment>,
                     std::optional<PersonId>)>
    update_request{"updates.save_request", R"sql(
    UPDATE update_request SET version = $2 + 1, reminded_on = $3, closed_at = $4, closed_by = $5
    WHERE id = $1 AND version = $2)sql"};
constexpr Query<None(RequestId)> clear_addresses{
    "updates.forget_addresses", "UPDATE update_office SET email = '' WHERE request_id = $1"};
constexpr Query<None(RequestId, std::string_view, Moment)> insert_reminder{"updates.note_reminder",
                                                                           R"sql(
    INSERT INTO update_reminder (request_id, stage, reminded_at) VALUES ($1, $2, $3)
    ON CONFLICT (request_id, stage) DO NOTHING)sql"};

void keep_version(store::Db& db, const Scope& scope, const Request& request,
                  std::string_view verb) {
    audit::record(db, scope,
                  {.verb = verb,
                   .kind = "update_request",
                   .id = request.id.view(),
                   .version = request.version,
                   .content = content_of(request)});
}

} // namespace

std::vector<OpenAction> open_actions(store::Db& db, const PlanId& plan) {
    return db.all(list_open_actions, plan);
}

std::vector<Acting> acting_for(store::Db& db, const PlanId& plan, Day today) {
    auto all = db.all(list_acting, plan, today);
    std::erase_if(all, [](const Acting& one) {
        return reach(one.role, Permission::update_action) == Reach::none;
    });
    const auto same = [](const Acting& one, const Acting& other) {
        return one.owner == other.owner && one.person == other.person;
    };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return all;
}

std::optional<Request> find_request(store::Db& db, const RequestId& id) {
    return db.one(find_request_by_id, id);
}

std::vector<Request> open_requests(store::Db& db) {
    return db.all(list_open_requests);
}

std::vector<Listed> requests_of(store::Db& db, const PlanId& plan, int most) {
    return db.all(list_requests, plan, most);
}

std::vector<Asked> asked_in(store::Db& db, const RequestId& request) {
    return db.all(list_asked, request);
}

std::vector<Office> offices_of(store::Db& db, const RequestId& request, Moment now) {
    return db.all(list_offices, request, now);
}

std::optional<Office> find_office(store::Db& db, const OfficeId& id, Moment now) {
    return db.one(find_office_by_id, id, now);
}

void add_request(store::Db& db, const Scope& scope, const Request& request) {
    db.run(insert_request, request.id, request.plan, scope.person, request.asked_at,
           request.answer_by, request.words);
    keep_version(db, scope, request, "update_request.asked");
}

void add_asked(store::Db& db, const RequestId& request, const OpenAction& action) {
    db.run(insert_asked, request, action.id, action.owner);
}

void add_office(store::Db& db, const Office& office) {
    db.run(insert_office, office.id, office.request, office.owner, office.email);
}

Result<Done> save_request(store::Db& db, const Scope& scope, Request request,
                          std::string_view verb) {
    const auto closed_by = request.closed_at ? scope.person : std::nullopt;
    if (db.run(update_request, request.id, request.version, request.reminded_on, request.closed_at,
               closed_by) == 0)
        return conflict("Somebody changed this request while you were looking at it.");
    ++request.version;
    keep_version(db, scope, request, verb);
    return Done{};
}

void forget_addresses(store::Db& db, const RequestId& request) {
    db.run(clear_addresses, request);
}

bool note_reminder(store::Db& db, const Scope& scope, const RequestId& request,
                   std::string_view stage) {
    return db.run(insert_reminder, request, stage, scope.now) > 0;
}

void verify(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "update_request", fields_of_request());
    for (const auto& request : db.all(list_all_requests))
        newest.compare(
            {.id = request.id.view(), .version = request.version, .content = content_of(request)},
            verdict);
    newest.report_missing(verdict);
}

} // namespace openmasa::updates
