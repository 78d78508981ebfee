-- Work that outlasts a request. How far it is and its effect are saved in one transaction.
CREATE TABLE job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    parameters TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    made_at TEXT NOT NULL,
    next_try_at TEXT NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    cursor_at TEXT NOT NULL,
    steps_done INTEGER NOT NULL CHECK (steps_done >= 0),
    steps INTEGER NOT NULL CHECK (steps >= 0),
    doing TEXT NOT NULL,
    cancel_asked INTEGER NOT NULL CHECK (cancel_asked IN (0, 1)),
    taken_by TEXT NOT NULL,
    taken_until TEXT,
    ended_at TEXT,
    said TEXT NOT NULL,
    file_id TEXT REFERENCES file (id)
);
CREATE INDEX job_state ON job (state, next_try_at);
CREATE INDEX job_person ON job (person_id, made_at);

-- When work is done by itself, in London's time.
CREATE TABLE job_schedule (
    kind TEXT PRIMARY KEY,
    rule TEXT NOT NULL,
    next_at TEXT NOT NULL,
    last_at TEXT
);
