-- As at a day: which version of what a plan has, a priority has, an owner owes counts is told by these alone, and
-- so is what a page counts of it (core/history/as_at.cpp, plan/tally_store.cpp).
DROP INDEX action_version_plan;
CREATE INDEX action_version_plan ON action_version (plan_id, id, of_version, true_from, recorded_at, withdrawn_at,
                                                    section_id, objective_id, position, status, deadline, next_step,
                                                    evidence, date_kind, owner_id, last_update, adopted_on);
CREATE INDEX action_version_section ON action_version (section_id, id, of_version, true_from, recorded_at, withdrawn_at,
                                                       objective_id, position);
CREATE INDEX action_version_owner ON action_version (owner_id, id, of_version, true_from, recorded_at, withdrawn_at,
                                                     plan_id);
CREATE INDEX action_version_follows ON action_version (follows_id) WHERE follows_id IS NOT NULL;
CREATE INDEX action_version_waiting ON action_version (id, waits_for, of_version, true_from, recorded_at)
    WHERE waits_for <> '';
CREATE INDEX action_version_left_behind ON action_version (id) WHERE left_behind_why <> '';
-- When something was done: an owner's page asks it of every action that is (plan/owed/store.cpp).
CREATE INDEX progress_done ON progress (action_id, true_from) WHERE status = 'done' AND status_before <> 'done';
-- What may be destroyed is looked for among the few that were withdrawn (plan/retention/store.cpp).
CREATE INDEX action_withdrawn ON action (id) WHERE withdrawn_at IS NOT NULL;
-- The year at a glance: how actions went from one status to another (plan/year/store.cpp).
CREATE INDEX progress_moved ON progress (action_id, true_from, status, status_before, at, id)
    WHERE status <> status_before;

-- Where something is restricted, every read asks whose action it is: what is counted from an index alone has
-- the action's id in it, too.
DROP INDEX action_counted;
CREATE INDEX action_counted ON action (plan_id, section_id, status, deadline, next_step, evidence, date_kind, owner_id,
                                       last_update, adopted_on, withdrawn_at, id)
    WHERE withdrawn_at IS NULL;
DROP INDEX action_in_objective;
CREATE INDEX action_in_objective ON action (objective_id, position, withdrawn_at, id) WHERE withdrawn_at IS NULL;
DROP INDEX action_owner_in_plan;
CREATE INDEX action_owner_in_plan ON action (plan_id, owner_id, withdrawn_at, id) WHERE withdrawn_at IS NULL;
DROP INDEX action_unread;
CREATE INDEX action_unread ON action (plan_id, status, date_kind, date_words, withdrawn_at, id)
    WHERE date_kind = 'unknown' AND date_words <> '' AND withdrawn_at IS NULL;
DROP INDEX action_silent;
CREATE INDEX action_silent ON action (plan_id, position, id, status, stopped_why, withdrawn_at)
    WHERE status = 'stopped' AND trim(stopped_why) = '' AND withdrawn_at IS NULL;
