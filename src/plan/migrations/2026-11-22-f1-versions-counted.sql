-- All plans' actions as at a day: every version that counts is read from this one index and kept in memory
-- (plan/all_versions.hpp), with who leads the action; what no index holds, words, is told by the two others.
DROP INDEX action_version_plan;
CREATE INDEX action_version_plan ON action_version (plan_id, id, of_version, true_from, recorded_at, withdrawn_at,
                                                    section_id, objective_id, position, status, deadline, next_step,
                                                    evidence, date_kind, owner_id, last_update, adopted_on, lead_id);
CREATE INDEX action_version_unread ON action_version (plan_id, id, of_version)
    WHERE date_kind = 'unknown' AND date_words <> '';
CREATE INDEX action_version_silent ON action_version (plan_id, id, of_version)
    WHERE status = 'stopped' AND trim(stopped_why) = '';
