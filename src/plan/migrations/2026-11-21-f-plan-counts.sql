-- Every number of a page is counted from this index alone (plan/tally_store.cpp).
CREATE INDEX action_counted ON action (plan_id, section_id, objective_id, status, deadline, evidence, date_kind,
                                       owner_id, last_update, adopted_on, withdrawn_at)
    WHERE withdrawn_at IS NULL;
