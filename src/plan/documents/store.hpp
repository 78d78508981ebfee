#pragma once
// What documents are made of, read for one person.
#include "core/settings/settings.hpp"
#include "plan/documents/milestones.hpp"
#include "plan/documents/plan_word.hpp"
#include "store/db.hpp"

namespace openmasa::plan_documents {

/// Six statements, however large the plan.
PlanDocument read_plan_document(store::Db& db, const Scope& scope, const Settings& settings,
                                const plan::Plan& plan);
/// The steps of all actions of a plan, in its order.
std::vector<PlanStep> steps_of_plan(store::Db& db, const plan::PlanId& plan);
/// Those of a section's.
std::vector<PlanStep> steps_of_section(store::Db& db, const plan::SectionId& section);
/// One more: the steps of all its actions.
Milestones read_milestones(store::Db& db, const Scope& scope, const Settings& settings,
                           const plan::Plan& plan);

} // namespace openmasa::plan_documents
