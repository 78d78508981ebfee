-- The plan register: plan, section (a priority, or the business-critical activity), objective,
-- action. Nothing is deleted: what leaves a plan is withdrawn, with the edition as its reason.
CREATE TABLE plan (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    period TEXT NOT NULL,
    edition TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
);

CREATE TABLE section (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    remark TEXT NOT NULL,
    is_priority INTEGER NOT NULL CHECK (is_priority IN (0, 1)),
    owner_id TEXT REFERENCES owner (id),
    chair TEXT NOT NULL,
    difference TEXT NOT NULL,
    version INTEGER NOT NULL,
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL DEFAULT '',
    UNIQUE (plan_id, code)
);

CREATE TABLE objective (
    id TEXT PRIMARY KEY,
    section_id TEXT NOT NULL REFERENCES section (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    version INTEGER NOT NULL,
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX objective_section ON objective (section_id, position);

-- The words of a target date stay as they were written; how they are understood stands beside them.
-- deadline is the rule's answer (kernel/overdue.hpp), kept so that lists can filter by it.
CREATE TABLE action (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    section_id TEXT NOT NULL REFERENCES section (id),
    objective_id TEXT NOT NULL REFERENCES objective (id),
    position INTEGER NOT NULL,
    reference TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    owner_id TEXT REFERENCES owner (id),
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
    UNIQUE (plan_id, reference),
    CHECK (status <> 'stopped' OR stopped_why <> '')
);
CREATE INDEX action_in_plan ON action (plan_id, position) WHERE withdrawn_at IS NULL;
CREATE INDEX action_in_section ON action (section_id, position) WHERE withdrawn_at IS NULL;
CREATE INDEX action_in_objective ON action (objective_id, position);
CREATE INDEX action_owned ON action (owner_id, deadline) WHERE withdrawn_at IS NULL;

CREATE TABLE step (
    id TEXT PRIMARY KEY,
    action_id TEXT NOT NULL REFERENCES action (id),
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    date_words TEXT NOT NULL,
    date_meaning TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    done_on TEXT,
    withdrawn_at TEXT
);
CREATE INDEX step_action ON step (action_id, position);

-- Extra columns of the document, kept as they were.
CREATE TABLE action_note (
    action_id TEXT NOT NULL REFERENCES action (id),
    position INTEGER NOT NULL,
    heading TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (action_id, position)
);

CREATE TABLE progress (
    id TEXT PRIMARY KEY,
    action_id TEXT NOT NULL REFERENCES action (id),
    at TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    status_before TEXT NOT NULL,
    status TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX progress_action ON progress (action_id, at);
CREATE INDEX progress_at ON progress (at);

CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    action_id TEXT NOT NULL REFERENCES action (id),
    at TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    link TEXT NOT NULL,
    CHECK (words <> '' OR link <> '')
);
CREATE INDEX evidence_action ON evidence (action_id, at);

-- A document that somebody uploaded and has not yet saved into a plan, or has.
CREATE TABLE plan_import (
    id TEXT PRIMARY KEY,
    plan_id TEXT REFERENCES plan (id),
    person_id TEXT REFERENCES person (id),
    at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    document BLOB NOT NULL,
    saved_at TEXT,
    saved_as TEXT REFERENCES plan (id)
);
