-- The counts of a plan are read from one index, in the order of their groups: by section and status
-- (plan/tally_store.cpp).
DROP INDEX action_counted;
CREATE INDEX action_counted ON action (plan_id, section_id, status, deadline, evidence, date_kind, owner_id,
                                       last_update, adopted_on, withdrawn_at)
    WHERE withdrawn_at IS NULL;
-- Whose actions are in a plan, and the list that is sorted by date (plan/actions/list_store.cpp).
CREATE INDEX action_owner_in_plan ON action (plan_id, owner_id, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX action_by_date ON action (plan_id, deadline, position, status, withdrawn_at) WHERE withdrawn_at IS NULL;
-- Counted up by every change to the plan's actions: what was counted before is then counted again.
ALTER TABLE plan ADD COLUMN actions_revision INTEGER NOT NULL DEFAULT 0;
-- How many actions an objective has.
DROP INDEX action_in_objective;
CREATE INDEX action_in_objective ON action (objective_id, position, withdrawn_at) WHERE withdrawn_at IS NULL;
