#pragma once
// The twins of the plan register's tables (core/history/twin.hpp): their columns, written once, and
// the statements that copy what a version left. A new column of one of these tables is added here
// and to the twin, in the same migration.
#include "core/history/twin.hpp"
#include "plan/plan.hpp"
#include "store/query.hpp"

namespace openmasa::plan::twins {

using Plans = history::Twin<"plan", "id",
                            "id, title, period, edition, version, created_at, updated_at, "
                            "actions_revision, withdrawn_at, withdrawn_why, tags, type, owner_id, "
                            "follows_id">;
using Sections =
    history::Twin<"section", "id",
                  "id, plan_id, position, code, name, remark, is_priority, owner_id, chair, "
                  "difference, version, withdrawn_at, withdrawn_why, tags, adopted_on, adopted_by, "
                  "adopted_evidence, stepped_down_on, stepped_down_why, prevalence, pathways, "
                  "commissioning, impact, follows_id, reviewed_on, review_outcome, review_words">;
using Objectives =
    history::Twin<"objective", "id",
                  "id, section_id, position, title, words, version, withdrawn_at, withdrawn_why">;
using Actions = history::Twin<
    "action", "id",
    "id, plan_id, section_id, objective_id, position, reference, title, words, owner_id, "
    "date_words, date_kind, date_meaning, date_doubt, earliest, latest, period_months, "
    "period_days, deadline, status, stopped_why, adopted_on, last_update, steps, steps_done, "
    "evidence, version, updated_at, withdrawn_at, withdrawn_why, next_step, tags, lead_id, "
    "contributors, waits_for, follows_id, left_behind_why">;
using Steps = history::Twin<"step", "action_id",
                            "id, action_id, position, words, date_words, date_meaning, earliest, "
                            "latest, done_on, withdrawn_at",
                            "AND withdrawn_at IS NULL">;
using Notes = history::Twin<"action_note", "action_id", "action_id, position, heading, words">;

template<class SomeId> using Copy = store::Query<store::None(SomeId, std::int64_t, Day, Moment)>;
inline constexpr Copy<PlanId> copy_plan{"plan.copy_plan", Plans::copy};
inline constexpr Copy<SectionId> copy_section{"plan.copy_section", Sections::copy};
inline constexpr Copy<ObjectiveId> copy_objective{"plan.copy_objective", Objectives::copy};
inline constexpr Copy<ActionId> copy_action{"plan.copy_action", Actions::copy};
inline constexpr Copy<ActionId> copy_steps{"plan.copy_steps", Steps::copy};
inline constexpr Copy<ActionId> copy_notes{"plan.copy_notes", Notes::copy};

} // namespace openmasa::plan::twins
