-- The last day of an action's next open step (plan/rules.hpp), kept by what saves its steps.
ALTER TABLE action ADD COLUMN next_step TEXT;
UPDATE action SET next_step = (
    SELECT min(latest) FROM step
    WHERE step.action_id = action.id AND step.withdrawn_at IS NULL AND step.done_on IS NULL);
-- The list by date, and what is late or soon: what is open first, by what comes next. Each expression
-- stands in plan/actions/list_store.cpp as it stands here.
DROP INDEX action_by_date;
CREATE INDEX action_by_date ON action (plan_id, (status IN ('done', 'stopped')),
                                       (coalesce(next_step, deadline, '9999-12-31')), position, deadline, withdrawn_at)
    WHERE withdrawn_at IS NULL;
DROP INDEX action_counted;
CREATE INDEX action_counted ON action (plan_id, section_id, status, deadline, next_step, evidence, date_kind, owner_id,
                                       last_update, adopted_on, withdrawn_at)
    WHERE withdrawn_at IS NULL;
