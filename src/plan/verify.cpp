#include "plan/verify.hpp"
#include "core/audit/newest.hpp"
#include "plan/content.hpp"
#include "plan/recommendation_response_store.hpp"
#include "plan/recommendation_store.hpp"
#include "plan/store.hpp"

namespace openmasa::plan {
namespace {

using store::Query;

constexpr Query<Plan()> list_plans_as_they_are{"plan.verify_plans", R"sql(
    SELECT p.id, p.title, p.period, p.edition, p.version, p.updated_at, p.withdrawn_at IS NOT NULL,
           CASE WHEN p.withdrawn_at IS NULL THEN '' ELSE p.withdrawn_why END, p.tags, p.type, p.owner_id, w.name,
           p.follows_id
    FROM plan p LEFT JOIN owner w ON w.id = p.owner_id)sql"};
constexpr Query<Section()> list_sections_as_they_are{"plan.verify_sections", R"sql(
    SELECT s.id, s.plan_id, s.position, s.code, s.name, s.remark, s.is_priority, s.owner_id, w.name, s.chair,
           s.difference, s.version, s.withdrawn_at IS NOT NULL,
           CASE WHEN s.withdrawn_at IS NULL THEN '' ELSE s.withdrawn_why END, s.tags, s.adopted_on,
           s.adopted_by, s.adopted_evidence, s.stepped_down_on, s.stepped_down_why, s.prevalence, s.pathways,
           s.commissioning, s.impact, s.follows_id, s.reviewed_on, s.review_outcome, s.review_words
    FROM section s LEFT JOIN owner w ON w.id = s.owner_id)sql"};
constexpr Query<Objective()> list_objectives_as_they_are{"plan.verify_objectives", R"sql(
    SELECT id, section_id, position, title, words, version, withdrawn_at IS NOT NULL,
           CASE WHEN withdrawn_at IS NULL THEN '' ELSE withdrawn_why END
    FROM objective)sql"};
constexpr Query<Action()> list_actions_as_they_are{"plan.verify_actions", R"sql(
    SELECT a.id, a.plan_id, a.section_id, a.objective_id, a.position, a.reference, a.title, a.words, a.owner_id, w.name,
           a.date_words, a.date_kind, a.date_meaning, a.date_doubt, a.earliest, a.latest, a.period_months, a.period_days,
           a.deadline, a.status, a.stopped_why, a.adopted_on, a.last_update, a.steps, a.steps_done, a.evidence,
           a.version, a.updated_at, a.withdrawn_at IS NOT NULL,
           CASE WHEN a.withdrawn_at IS NULL THEN '' ELSE a.withdrawn_why END, a.tags, a.lead_id,
           l.known_as, a.contributors, a.waits_for, a.follows_id, a.left_behind_why
    FROM action a LEFT JOIN owner w ON w.id = a.owner_id LEFT JOIN person l ON l.id = a.lead_id ORDER BY a.plan_id, a.position, a.id)sql"};

template<class Record>
void verify_kind(store::Db& db, const Query<Record()>& list, std::string_view kind,
                 audit::Verdict& verdict) {
    audit::Newest newest(db, kind, fields_of(kind));
    db.each(list, [&](Record&& record) {
        newest.compare(
            {.id = record.id.view(), .version = record.version, .content = content_of(record)},
            verdict);
    });
    newest.report_missing(verdict);
}

void verify_actions(store::Db& db, audit::Verdict& verdict) {
    audit::Newest newest(db, "action", fields_of("action"));
    for (auto& action : db.all(list_actions_as_they_are)) {
        const auto whole = whole_action(db, std::move(action));
        newest.compare({.id = whole.action.id.view(),
                        .version = whole.action.version,
                        .content = content_of(whole)},
                       verdict);
    }
    newest.report_missing(verdict);
}

} // namespace

void verify(store::Db& db, audit::Verdict& verdict) {
    verify_kind(db, list_plans_as_they_are, "plan", verdict);
    verify_kind(db, list_sections_as_they_are, "section", verdict);
    verify_kind(db, list_objectives_as_they_are, "objective", verdict);
    verify_actions(db, verdict);
    verify_brought(db, verdict);
    recommendations::verify_recommendations(db, verdict);
    responses::verify_responses(db, verdict);
}

} // namespace openmasa::plan
