-- What an owner owes is counted, put in order and cut into pages from this index alone
-- (plan/owed/store.cpp).
DROP INDEX action_owned;
CREATE INDEX action_owned ON action (owner_id, status, deadline, next_step, evidence, date_kind, last_update,
                                     adopted_on, plan_id, position, id, withdrawn_at)
    WHERE withdrawn_at IS NULL;
CREATE INDEX section_owned ON section (owner_id) WHERE withdrawn_at IS NULL;
-- What changed since a day, and what a plan lacks (plan/owed/changes_store.cpp, gaps_store.cpp).
CREATE INDEX action_changed ON action (plan_id, updated_at);
CREATE INDEX action_unread ON action (plan_id, status, date_kind, date_words, withdrawn_at)
    WHERE date_kind = 'unknown' AND date_words <> '' AND withdrawn_at IS NULL;
CREATE INDEX action_silent ON action (plan_id, position)
    WHERE status = 'stopped' AND trim(stopped_why) = '' AND withdrawn_at IS NULL;
CREATE INDEX objective_counted ON objective (section_id, id, withdrawn_at) WHERE withdrawn_at IS NULL;
