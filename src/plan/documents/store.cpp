#include "plan/documents/store.hpp"
#include "core/access/store.hpp"
#include "core/references/references.hpp"
#include "plan/store.hpp"

namespace openmasa::plan_documents {
namespace {

constexpr store::Query<PlanStep(plan::PlanId)> list_plan_steps{"documents.steps_of_plan", R"sql(
    SELECT s.action_id, s.id, s.words, s.date_words, s.date_meaning, s.earliest, s.latest, s.done_on
    FROM step s JOIN action a ON a.id = s.action_id
    WHERE a.plan_id = $1 AND a.withdrawn_at IS NULL AND s.withdrawn_at IS NULL
    ORDER BY a.position, a.id, s.position, s.id)sql"};
constexpr store::Query<PlanStep(plan::SectionId)> list_section_steps{"documents.steps_of_section",
                                                                     R"sql(
    SELECT s.action_id, s.id, s.words, s.date_words, s.date_meaning, s.earliest, s.latest, s.done_on
    FROM step s JOIN action a ON a.id = s.action_id
    WHERE a.section_id = $1 AND a.withdrawn_at IS NULL AND s.withdrawn_at IS NULL
    ORDER BY a.position, a.id, s.position, s.id)sql"};

} // namespace

PlanDocument read_plan_document(store::Db& db, const Scope& scope, const Settings& settings,
                                const plan::Plan& plan) {
    PlanDocument document{.plan = plan,
                          .reference = references::of(db, "plan", plan.id.view()),
                          .sections = plan::sections_of(db, scope, plan.id),
                          .objectives = plan::objectives_of_plan(db, scope, plan.id),
                          .actions = plan::all_actions_of(db, plan.id),
                          .partnership = settings.partnership,
                          .today = scope.today,
                          .made = scope.now,
                          .words = scope.words};
    for (auto& owner : access::list_owners(db)) document.owners[owner.id] = std::move(owner.name);
    std::erase_if(document.actions, [](const plan::Action& action) { return action.withdrawn; });
    return document;
}

/// Of the document only what dates are told with.
Milestones read_milestones(store::Db& db, const Scope& scope, const Settings& settings,
                           const plan::Plan& plan) {
    Milestones made{.document = {.plan = plan,
                                 .reference = {},
                                 .sections = plan::sections_of(db, scope, plan.id),
                                 .objectives = {},
                                 .actions = plan::all_actions_of(db, plan.id),
                                 .partnership = settings.partnership,
                                 .today = scope.today,
                                 .made = scope.now,
                                 .words = scope.words},
                    .steps = steps_of_plan(db, plan.id)};
    std::erase_if(made.document.actions,
                  [](const plan::Action& action) { return action.withdrawn; });
    return made;
}

std::vector<PlanStep> steps_of_plan(store::Db& db, const plan::PlanId& plan) {
    return db.all(list_plan_steps, plan);
}

std::vector<PlanStep> steps_of_section(store::Db& db, const plan::SectionId& section) {
    return db.all(list_section_steps, section);
}

} // namespace openmasa::plan_documents
