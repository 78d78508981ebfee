-- What is open in all plans in the order of its days: Home finds the first of them without reading
-- the rest (plan/home/store.cpp; each condition and expression stands there as it stands here).
CREATE INDEX action_late ON action (deadline, position, id, plan_id, withdrawn_at, status)
    WHERE withdrawn_at IS NULL AND status NOT IN ('done', 'stopped');
CREATE INDEX action_next ON action ((coalesce(next_step, deadline)), position, id, plan_id, withdrawn_at, status)
    WHERE withdrawn_at IS NULL AND status NOT IN ('done', 'stopped');
