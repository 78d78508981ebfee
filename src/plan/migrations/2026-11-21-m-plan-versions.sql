-- Twins of the plan register's tables: the rows as each version left them (core/history/twin.hpp).
-- They hold the columns of the tables, and are held against the history by `openmasa verify`.
ALTER TABLE plan ADD COLUMN withdrawn_at TEXT;
ALTER TABLE plan ADD COLUMN withdrawn_why TEXT NOT NULL DEFAULT '';

-- Which version of its action brought it, and from which day it was so.
ALTER TABLE progress ADD COLUMN of_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE progress ADD COLUMN true_from TEXT NOT NULL DEFAULT '';
UPDATE progress SET true_from = substr(at, 1, 10);
ALTER TABLE evidence ADD COLUMN of_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN true_from TEXT NOT NULL DEFAULT '';
UPDATE evidence SET true_from = substr(at, 1, 10);

CREATE TABLE plan_version (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    period TEXT NOT NULL,
    edition TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    actions_revision INTEGER NOT NULL,
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL,
    of_version INTEGER NOT NULL,
    true_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (id, of_version)
);

CREATE TABLE section_version (
    id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    remark TEXT NOT NULL,
    is_priority INTEGER NOT NULL CHECK (is_priority IN (0, 1)),
    owner_id TEXT,
    chair TEXT NOT NULL,
    difference TEXT NOT NULL,
    version INTEGER NOT NULL,
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL,
    of_version INTEGER NOT NULL,
    true_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (id, of_version)
);
CREATE INDEX section_version_plan ON section_version (plan_id);

CREATE TABLE objective_version (
    id TEXT NOT NULL,
    section_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    version INTEGER NOT NULL,
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL,
    of_version INTEGER NOT NULL,
    true_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (id, of_version)
);
CREATE INDEX objective_version_section ON objective_version (section_id);

CREATE TABLE action_version (
    id TEXT NOT NULL,
    plan_id TEXT NOT NULL,
    section_id TEXT NOT NULL,
    objective_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    reference TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    owner_id TEXT,
    date_words TEXT NOT NULL,
    date_kind TEXT NOT NULL,
    date_meaning TEXT NOT NULL,
    date_doubt TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    period_months INTEGER NOT NULL,
    period_days INTEGER NOT NULL,
    deadline TEXT,
    status TEXT NOT NULL,
    stopped_why TEXT NOT NULL,
    adopted_on TEXT NOT NULL,
    last_update TEXT,
    steps INTEGER NOT NULL,
    steps_done INTEGER NOT NULL,
    evidence INTEGER NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL,
    next_step TEXT,
    of_version INTEGER NOT NULL,
    true_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (id, of_version)
);
-- Which version counts on a day is found without opening a row.
CREATE INDEX action_version_known ON action_version (id, of_version, true_from, recorded_at);
CREATE INDEX action_version_plan ON action_version (plan_id);
CREATE INDEX action_version_objective ON action_version (objective_id);

CREATE TABLE step_version (
    id TEXT NOT NULL,
    action_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    date_words TEXT NOT NULL,
    date_meaning TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    done_on TEXT,
    withdrawn_at TEXT,
    of_version INTEGER NOT NULL,
    true_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (action_id, of_version, id)
);

CREATE TABLE action_note_version (
    action_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    heading TEXT NOT NULL,
    words TEXT NOT NULL,
    of_version INTEGER NOT NULL,
    true_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (action_id, of_version, position)
);
