#include "plan/verify.hpp"
#include "core/audit/newest.hpp"
#include "plan/content.hpp"
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

using store::Query;

struct SectionRow {
    Section section;
    std::string why;
};
struct ObjectiveRow {
    Objective objective;
    std::string why;
};

constexpr Query<Plan()> list_plans_as_they_are{
    "plan.verify_plans", "SELECT id, title, period, edition, version, updated_at FROM plan"};
constexpr Query<SectionRow()> list_sections_as_they_are{"plan.verify_sections", R"sql(
    SELECT s.id, s.plan_id, s.position, s.code, s.name, s.remark, s.is_priority, s.owner_id, w.name, s.chair,
           s.difference, s.version, s.withdrawn_at IS NOT NULL,
           CASE WHEN s.withdrawn_at IS NULL THEN '' ELSE s.withdrawn_why END
    FROM section s LEFT JOIN owner w ON w.id = s.owner_id)sql"};
constexpr Query<ObjectiveRow()> list_objectives_as_they_are{"plan.verify_objectives", R"sql(
    SELECT id, section_id, position, title, words, version, withdrawn_at IS NOT NULL,
           CASE WHEN withdrawn_at IS NULL THEN '' ELSE withdrawn_why END
    FROM objective)sql"};
constexpr Query<Action()> list_actions_as_they_are{"plan.verify_actions", R"sql(
    SELECT a.id, a.plan_id, a.section_id, a.objective_id, a.position, a.reference, a.title, a.words, a.owner_id, w.name,
           a.date_words, a.date_kind, a.date_meaning, a.date_doubt, a.earliest, a.latest, a.period_months, a.period_days,
           a.deadline, a.status, a.stopped_why, a.adopted_on, a.last_update, a.steps, a.steps_done, a.evidence,
           a.version, a.updated_at, a.withdrawn_at IS NOT NULL, a.withdrawn_why
    FROM action a LEFT JOIN owner w ON w.id = a.owner_id ORDER BY a.plan_id, a.position, a.id)sql"};

/// What somebody contributed to an action at one moment: its rows, and its audit entries. An action
/// may bring one progress of its own with it when it is added (plan/imports/saving.cpp).
struct Contribution {
    std::string reference, at;
    std::int64_t rows, entries, brought;
};
constexpr Query<Contribution()> list_progress_and_entries{"plan.verify_progress", R"sql(
    SELECT coalesce(max(a.reference), ''), x.at, sum(x.is_row), sum(x.is_entry), sum(x.is_brought) FROM (
        SELECT action_id AS id, at, coalesce(person_id, '') AS who, 1 AS is_row, 0 AS is_entry, 0 AS is_brought
        FROM progress
        UNION ALL
        SELECT record_id, at, coalesce(person_id, ''), 0,
               CASE WHEN verb = 'action.progress_recorded' THEN 1 ELSE 0 END,
               CASE WHEN verb = 'action.added' THEN 1 ELSE 0 END
        FROM audit_entry WHERE verb IN ('action.progress_recorded', 'action.added')) x
    LEFT JOIN action a ON a.id = x.id
    GROUP BY x.id, x.at, x.who ORDER BY x.at, x.id)sql"};
constexpr Query<Contribution()> list_evidence_and_entries{"plan.verify_evidence", R"sql(
    SELECT coalesce(max(a.reference), ''), x.at, sum(x.is_row), sum(x.is_entry), 0 FROM (
        SELECT action_id AS id, at, coalesce(person_id, '') AS who, 1 AS is_row, 0 AS is_entry FROM evidence
        UNION ALL
        SELECT record_id, at, coalesce(person_id, ''), 0, 1 FROM audit_entry WHERE verb = 'action.evidence_added') x
    LEFT JOIN action a ON a.id = x.id
    GROUP BY x.id, x.at, x.who ORDER BY x.at, x.id)sql"};

void verify_plans(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "plan");
    db.each(list_plans_as_they_are, [&](Plan&& plan) {
        newest.compare({.id = plan.id.view(), .version = plan.version, .content = content_of(plan)},
                       verdict);
    });
    newest.report_missing(verdict);
}

void verify_sections(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "section");
    db.each(list_sections_as_they_are, [&](SectionRow&& row) {
        newest.compare({.id = row.section.id.view(),
                        .version = row.section.version,
                        .content = content_of(row.section, row.why)},
                       verdict);
    });
    newest.report_missing(verdict);
}

void verify_objectives(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "objective");
    db.each(list_objectives_as_they_are, [&](ObjectiveRow&& row) {
        newest.compare({.id = row.objective.id.view(),
                        .version = row.objective.version,
                        .content = content_of(row.objective, row.why)},
                       verdict);
    });
    newest.report_missing(verdict);
}

void verify_actions(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "action");
    db.each(list_actions_as_they_are, [&](Action&& action) {
        newest.compare(
            {.id = action.id.view(), .version = action.version, .content = content_of(action)},
            verdict);
    });
    newest.report_missing(verdict);
}

void compare(const Contribution& one, std::string_view what, audit::Verdict& verdict) {
    verdict.contributions += one.rows;
    const bool gone = one.rows < one.entries;
    if (!gone && one.rows <= one.entries + one.brought) return;
    const auto at = moment_from_iso(one.at);
    verdict.faults.push_back(fmt::format(
        "Action {}: {} of {} {}: somebody {} it behind the program.", one.reference, what,
        at ? spoken(*at) : one.at, gone ? "is not there any more" : "has no audit entry",
        gone ? "deleted or changed" : "added or changed"));
}

} // namespace

void verify(store::Db& db, audit::Verdict& verdict) {
    verify_plans(db, verdict);
    verify_sections(db, verdict);
    verify_objectives(db, verdict);
    verify_actions(db, verdict);
    db.each(list_progress_and_entries,
            [&](Contribution&& one) { compare(one, "the progress", verdict); });
    db.each(list_evidence_and_entries,
            [&](Contribution&& one) { compare(one, "the evidence", verdict); });
}

} // namespace openmasa::plan
