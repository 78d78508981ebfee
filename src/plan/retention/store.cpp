#include "plan/retention/store.hpp"
#include "core/comments/comments.hpp"
#include "core/thread/links.hpp"
#include "kernel/target_date.hpp"
#include <fmt/format.h>

namespace openmasa::retention {
namespace {

using store::None;
using store::Query;

constexpr Query<KeepRule()> list_rules{"retention.rules", R"sql(
    SELECT id, kind, words, months, clause, from_day, to_day, is_checked FROM keep_rule ORDER BY kind, from_day, id)sql"};

struct PlanRow {
    std::string id, title, period;
    std::optional<Moment> withdrawn_at;
};
constexpr Query<PlanRow()> list_plans{"retention.plans", R"sql(
    SELECT p.id, p.title, p.period, p.withdrawn_at FROM plan p
    WHERE NOT EXISTS (SELECT 1 FROM destruction d WHERE d.kind = 'plan' AND d.record_id = p.id AND d.certificate IS NOT NULL)
    ORDER BY p.id)sql"};
struct ActionRow {
    std::string id, reference, plan;
    Moment since;
};
constexpr Query<ActionRow()> list_actions{"retention.actions", R"sql(
    SELECT a.id, a.reference, a.plan_id, a.withdrawn_at FROM action a
    WHERE a.withdrawn_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM destruction d WHERE d.certificate IS NOT NULL
                      AND (d.kind = 'action' AND d.record_id = a.id OR d.kind = 'plan' AND d.record_id = a.plan_id))
    ORDER BY a.id)sql"};
struct RecommendationRow {
    std::string id, reference;
    bool has_ended = false;
    Day since{};
    std::optional<Moment> withdrawn_at;
};
constexpr Query<RecommendationRow()> list_recommendations{"retention.recommendations", R"sql(
    SELECT r.id, r.reference, r.state IN ('not_accepted', 'embedded', 'superseded', 'closed'), r.since, r.withdrawn_at
    FROM recommendation r
    WHERE (r.withdrawn_at IS NOT NULL OR r.state IN ('not_accepted', 'embedded', 'superseded', 'closed'))
      AND r.joined_to_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM destruction d
                      WHERE d.kind = 'recommendation' AND d.record_id = r.id AND d.certificate IS NOT NULL)
    ORDER BY r.id)sql"};
constexpr Query<Hold()> list_holds{"retention.holds", R"sql(
    SELECT h.id, h.kind, h.record_id, coalesce(a.plan_id, p.id, r.joined_to_id, r.id, ''),
           coalesce(a.reference, p.title, r.reference, ''), h.why, h.set_at,
           coalesce(s.known_as, 'Command line'), h.lifted_at, coalesce(l.known_as, ''), h.lifted_why
    FROM legal_hold h LEFT JOIN action a ON h.kind = 'action' AND a.id = h.record_id
    LEFT JOIN plan p ON h.kind = 'plan' AND p.id = h.record_id
    LEFT JOIN recommendation r ON h.kind = 'recommendation' AND r.id = h.record_id
    LEFT JOIN person s ON s.id = h.set_by LEFT JOIN person l ON l.id = h.lifted_by
    ORDER BY h.set_at DESC, h.id DESC)sql"};

constexpr Query<Destruction()> list_destructions{"retention.destructions", R"sql(
    SELECT d.id, d.kind, d.record_id, coalesce(a.reference, p.title, c.reference, ''), r.words, r.clause, d.due_on, d.why, d.proposed_at,
           d.proposed_by, x.known_as, d.decided_at, coalesce(y.known_as, ''), d.declined_why,
           coalesce(d.certificate, ''), d.versions
    FROM destruction d JOIN keep_rule r ON r.id = d.rule_id JOIN person x ON x.id = d.proposed_by
    LEFT JOIN person y ON y.id = d.decided_by
    LEFT JOIN action a ON d.kind = 'action' AND a.id = d.record_id
    LEFT JOIN plan p ON d.kind = 'plan' AND p.id = d.record_id
    LEFT JOIN recommendation c ON d.kind = 'recommendation' AND c.id = d.record_id
    ORDER BY d.proposed_at DESC, d.id DESC)sql"};

constexpr Query<std::string(std::string_view, std::string_view)> find_name{"retention.name", R"sql(
    SELECT title FROM plan WHERE $1 = 'plan' AND id = $2
    UNION ALL SELECT reference FROM action WHERE $1 = 'action' AND id = $2
    UNION ALL SELECT reference FROM recommendation WHERE $1 = 'recommendation' AND id = $2)sql"};

constexpr Query<None(HoldId, std::string_view, std::string_view, std::string_view, Moment,
                     std::optional<PersonId>)>
    insert_hold{"retention.add_hold", R"sql(
    INSERT INTO legal_hold (id, kind, record_id, why, set_at, set_by) VALUES ($1, $2, $3, $4, $5, $6))sql"};
constexpr Query<None(HoldId, Moment, std::optional<PersonId>, std::string_view)> update_hold{
    "retention.lift_hold", R"sql(
    UPDATE legal_hold SET lifted_at = $2, lifted_by = $3, lifted_why = $4 WHERE id = $1 AND lifted_at IS NULL)sql"};
constexpr Query<None(DestructionId, std::string_view, std::string_view, std::string_view, Day,
                     std::string_view, Moment, std::optional<PersonId>)>
    insert_destruction{"retention.propose", R"sql(
    INSERT INTO destruction (id, kind, record_id, rule_id, due_on, why, proposed_at, proposed_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
constexpr Query<None(DestructionId, Moment, std::optional<PersonId>, std::string_view)>
    update_declined{
        "retention.decline",
        "UPDATE destruction SET decided_at = $2, decided_by = $3, declined_why = $4 WHERE id = $1"};
constexpr Query<None(DestructionId, Moment, std::optional<PersonId>, std::string_view, int)>
    update_confirmed{"retention.confirm", R"sql(
    UPDATE destruction SET decided_at = $2, decided_by = $3, certificate = $4, versions = $5 WHERE id = $1)sql"};
constexpr Query<std::int64_t()> count_certificates{
    "retention.count_certificates",
    "SELECT count(*) FROM destruction WHERE certificate IS NOT NULL"};

// What is taken out. The rows stay where others point to them, without their words.
constexpr Query<None(std::string_view, std::string_view, std::string_view)> purge_history{
    "retention.purge_history", R"sql(
    UPDATE history SET content = '', salt = '', destroyed_under = $3
    WHERE kind = $1 AND record_id = $2 AND destroyed_under IS NULL)sql"};
constexpr Query<None(std::string_view, std::string_view)> blank_action{"retention.blank_action",
                                                                       R"sql(
    UPDATE action SET title = 'Destroyed', words = '', owner_id = NULL, date_words = '', date_kind = 'unknown',
                      date_meaning = '', date_doubt = '', earliest = NULL, latest = NULL, period_months = 0,
                      period_days = 0, deadline = NULL, status = 'not_started', stopped_why = '', last_update = NULL,
                      steps = 0, steps_done = 0, evidence = 0, next_step = NULL, tags = '', lead_id = NULL,
                      contributors = '', waits_for = '', follows_id = NULL, left_behind_why = '',
                      withdrawn_at = coalesce(withdrawn_at, updated_at),
                      withdrawn_why = 'Destroyed under certificate ' || $2
    WHERE id = $1)sql"};
constexpr Query<None(std::string_view)> purge_steps{"retention.purge_steps",
                                                    "DELETE FROM step WHERE action_id = $1"};
constexpr Query<None(std::string_view)> purge_notes{"retention.purge_notes",
                                                    "DELETE FROM action_note WHERE action_id = $1"};
constexpr Query<None(std::string_view)> purge_progress{"retention.purge_progress",
                                                       "DELETE FROM progress WHERE action_id = $1"};
constexpr Query<None(std::string_view)> purge_evidence{"retention.purge_evidence",
                                                       "DELETE FROM evidence WHERE action_id = $1"};
constexpr Query<None(std::string_view)> purge_action_twin{
    "retention.purge_action_twin", "DELETE FROM action_version WHERE id = $1"};
constexpr Query<None(std::string_view)> purge_step_twin{
    "retention.purge_step_twin", "DELETE FROM step_version WHERE action_id = $1"};
constexpr Query<None(std::string_view)> purge_note_twin{
    "retention.purge_note_twin", "DELETE FROM action_note_version WHERE action_id = $1"};

/// What is remembered of the plans that it ever stood in is made anew.
constexpr Query<None(std::string_view)> count_revisions{"retention.count_revisions", R"sql(
    UPDATE plan SET actions_revision = actions_revision + 1
    WHERE id IN (SELECT plan_id FROM action WHERE id = $1
                 UNION SELECT plan_id FROM action_version WHERE id = $1))sql"};
constexpr Query<None(std::string_view)> purge_named{
    "retention.purge_named", "DELETE FROM action_named WHERE action_id = $1"};
constexpr Query<None(std::string_view)> purge_asked{
    "retention.purge_asked", "DELETE FROM update_asked WHERE action_id = $1"};
/// Who was asked how the plan's actions stand, in which words.
constexpr Query<None(std::string_view, std::string_view)> purge_requests{"retention.purge_requests",
                                                                         R"sql(
    UPDATE history SET content = '', salt = '', destroyed_under = $2
    WHERE kind = 'update_request' AND destroyed_under IS NULL
      AND record_id IN (SELECT id FROM update_request WHERE plan_id = $1))sql"};
constexpr Query<None(std::string_view)> blank_requests{
    "retention.blank_requests", "UPDATE update_request SET words = '' WHERE plan_id = $1"};
constexpr Query<None(std::string_view)> purge_offices{"retention.purge_offices", R"sql(
    DELETE FROM update_office WHERE request_id IN (SELECT id FROM update_request WHERE plan_id = $1))sql"};

/// What its chairs said above the priority's highlight report.
constexpr Query<None(std::string_view, std::string_view)> purge_report{"retention.purge_report",
                                                                       R"sql(
    UPDATE history SET content = '', salt = '', destroyed_under = $2
    WHERE kind = 'report' AND destroyed_under IS NULL
      AND record_id IN (SELECT id FROM report WHERE section_id = $1))sql"};

struct Part {
    std::string kind, id;
};
constexpr Query<Part(std::string_view)> list_parts{"retention.parts", R"sql(
    SELECT 'section', id FROM section WHERE plan_id = $1
    UNION ALL SELECT 'objective', o.id FROM objective o JOIN section s ON s.id = o.section_id WHERE s.plan_id = $1)sql"};
constexpr Query<std::string(std::string_view)> list_actions_of{
    "retention.actions_of_plan", "SELECT id FROM action WHERE plan_id = $1 ORDER BY id"};
constexpr Query<None(std::string_view, std::string_view, Moment)> blank_section{
    "retention.blank_section", R"sql(
    UPDATE section SET name = 'Destroyed', remark = '', owner_id = NULL, chair = '', difference = '', tags = '',
                       adopted_on = NULL, adopted_by = '', adopted_evidence = '', stepped_down_on = NULL,
                       stepped_down_why = '', prevalence = '', pathways = '', commissioning = '', impact = '',
                       follows_id = NULL, reviewed_on = NULL, review_outcome = '', review_words = '',
                       withdrawn_at = coalesce(withdrawn_at, $3), withdrawn_why = 'Destroyed under certificate ' || $2
    WHERE id = $1)sql"};
constexpr Query<None(std::string_view, std::string_view, Moment)> blank_objective{
    "retention.blank_objective", R"sql(
    UPDATE objective SET title = 'Destroyed', words = '',
                         withdrawn_at = coalesce(withdrawn_at, $3),
                         withdrawn_why = 'Destroyed under certificate ' || $2
    WHERE id = $1)sql"};
constexpr Query<None(std::string_view, std::string_view)> blank_plan{"retention.blank_plan", R"sql(
    UPDATE plan SET title = 'Destroyed plan', period = '', edition = '', tags = '', type = 'other', owner_id = NULL,
                    follows_id = NULL, actions_revision = actions_revision + 1,
                    withdrawn_at = coalesce(withdrawn_at, updated_at),
                    withdrawn_why = 'Destroyed under certificate ' || $2
    WHERE id = $1)sql"};
constexpr Query<None(std::string_view)> purge_section_twin{
    "retention.purge_section_twin", "DELETE FROM section_version WHERE id = $1"};
constexpr Query<None(std::string_view)> purge_objective_twin{
    "retention.purge_objective_twin", "DELETE FROM objective_version WHERE id = $1"};
constexpr Query<None(std::string_view)> purge_plan_twin{"retention.purge_plan_twin",
                                                        "DELETE FROM plan_version WHERE id = $1"};
constexpr Query<None(std::string_view, store::Bytes)> purge_documents{"retention.purge_documents",
                                                                      R"sql(
    UPDATE plan_import SET document = $2, file_name = 'Destroyed' WHERE plan_id = $1 OR saved_as = $1)sql"};

/// When its time began to run: the end of its period or its withdrawal, whichever was later.
std::optional<Day> since(const PlanRow& plan) {
    const auto ended = understand_date(plan.period).latest;
    if (!plan.withdrawn_at) return ended;
    const auto withdrawn = london_day(*plan.withdrawn_at);
    return ended && *ended > withdrawn ? ended : withdrawn;
}

/// The day on which it came to its end, or was withdrawn, whichever was later.
Day since(const RecommendationRow& row) {
    const auto withdrawn =
        row.withdrawn_at ? std::optional(london_day(*row.withdrawn_at)) : std::nullopt;
    if (!row.has_ended || (withdrawn && *withdrawn > row.since))
        return withdrawn.value_or(row.since);
    return row.since;
}

/// What others said about it and linked to it.
int destroy_around(store::Db& db, std::string_view kind, std::string_view id,
                   std::string_view certificate) {
    return comments::destroy_on(db, kind, id, certificate) +
           thread::destroy_links_of(db, {std::string(kind), std::string(id)}, certificate);
}

void destroy_part(store::Db& db, const Part& part, std::string_view certificate, Moment now) {
    if (part.kind == "section") {
        db.run(purge_section_twin, part.id);
        db.run(blank_section, part.id, certificate, now);
    } else {
        db.run(purge_objective_twin, part.id);
        db.run(blank_objective, part.id, certificate, now);
    }
}

} // namespace

std::vector<KeepRule> rules(store::Db& db) {
    return db.all(list_rules);
}

std::vector<Kept> records(store::Db& db) {
    std::vector<Kept> all;
    for (auto& plan : db.all(list_plans))
        if (const auto day = since(plan))
            all.push_back({"plan", plan.id, std::move(plan.title), plan.id, *day});
    for (auto& action : db.all(list_actions))
        all.push_back({"action", std::move(action.id), std::move(action.reference),
                       std::move(action.plan), london_day(action.since)});
    for (auto& one : db.all(list_recommendations))
        all.push_back({"recommendation", one.id, std::move(one.reference), one.id, since(one)});
    return all;
}

std::optional<std::string> name_of(store::Db& db, std::string_view kind, std::string_view id) {
    return db.one(find_name, kind, id);
}

std::vector<Hold> holds(store::Db& db) {
    return db.all(list_holds);
}

std::vector<Destruction> destructions(store::Db& db) {
    return db.all(list_destructions);
}

std::optional<Destruction> find_destruction(store::Db& db, const DestructionId& id) {
    for (auto& one : destructions(db))
        if (one.id == id) return std::move(one);
    return std::nullopt;
}

std::optional<Destruction> find_certificate(store::Db& db, std::string_view certificate) {
    for (auto& one : destructions(db))
        if (!one.certificate.empty() && one.certificate == certificate) return std::move(one);
    return std::nullopt;
}

void add_hold(store::Db& db, const Scope& scope, const Hold& hold) {
    db.run(insert_hold, hold.id, hold.kind, hold.record, hold.why, scope.now, scope.person);
}

int lift_hold(store::Db& db, const Scope& scope, const HoldId& id, std::string_view why) {
    return db.run(update_hold, id, scope.now, scope.person, why);
}

void add_destruction(store::Db& db, const Scope& scope, const DestructionId& id,
                     const DueRecord& due, std::string_view why) {
    db.run(insert_destruction, id, due.record.kind, due.record.id, due.rule.id, due.due_on, why,
           scope.now, scope.person);
}

void decline(store::Db& db, const Scope& scope, const DestructionId& id, std::string_view why) {
    db.run(update_declined, id, scope.now, scope.person, why);
}

std::string next_certificate(store::Db& db, Day today) {
    return fmt::format("D-{}-{}", iso(today).substr(0, 4),
                       db.one(count_certificates).value_or(0) + 1);
}

void confirm(store::Db& db, const Scope& scope, const DestructionId& id,
             std::string_view certificate, int versions) {
    db.run(update_confirmed, id, scope.now, scope.person, certificate, versions);
}

int destroy_action(store::Db& db, std::string_view id, std::string_view certificate) {
    const int versions = db.run(purge_history, "action", id, certificate);
    db.run(count_revisions, id);
    for (const auto* purge :
         {&purge_steps, &purge_notes, &purge_progress, &purge_evidence, &purge_step_twin,
          &purge_note_twin, &purge_action_twin, &purge_named, &purge_asked})
        db.run(*purge, id);
    db.run(blank_action, id, certificate);
    return versions + destroy_around(db, "action", id, certificate);
}

int destroy_plan(store::Db& db, const Scope& scope, std::string_view id,
                 std::string_view certificate) {
    int versions = 0;
    for (const auto& action : db.all(list_actions_of, id))
        versions += destroy_action(db, action, certificate);
    for (const auto& part : db.all(list_parts, id)) {
        versions += db.run(purge_history, part.kind, part.id, certificate);
        versions += destroy_around(db, part.kind, part.id, certificate);
        if (part.kind == "section") versions += db.run(purge_report, part.id, certificate);
        destroy_part(db, part, certificate, scope.now);
    }
    versions += db.run(purge_history, "plan", id, certificate);
    versions += destroy_around(db, "plan", id, certificate);
    versions += db.run(purge_requests, id, certificate);
    db.run(blank_requests, id);
    db.run(purge_offices, id);
    db.run(purge_plan_twin, id);
    db.run(purge_documents, id, store::Bytes{""});
    db.run(blank_plan, id, certificate);
    return versions;
}

} // namespace openmasa::retention
