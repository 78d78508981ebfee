-- Somebody asks how actions stand (src/plan/updates): who asked, until when answers are wanted, and when
-- those who had not answered were last reminded by hand.
CREATE TABLE update_request (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    asked_by TEXT REFERENCES person (id),
    asked_at TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    words TEXT NOT NULL,
    reminded_on TEXT,
    closed_at TEXT,
    closed_by TEXT REFERENCES person (id),
    version INTEGER NOT NULL
);
CREATE INDEX update_request_plan ON update_request (plan_id, asked_at);
CREATE INDEX update_request_open ON update_request (answer_by) WHERE closed_at IS NULL;

-- The actions that it asks about, and whose they were then. What is recorded about one after it was
-- asked for is the answer (progress).
CREATE TABLE update_asked (
    request_id TEXT NOT NULL REFERENCES update_request (id),
    action_id TEXT NOT NULL REFERENCES action (id),
    owner_id TEXT NOT NULL REFERENCES owner (id),
    PRIMARY KEY (request_id, action_id)
);
CREATE INDEX update_asked_owner ON update_asked (owner_id, request_id);
CREATE INDEX update_asked_action ON update_asked (action_id);

-- An owner for whom nobody has an account: where its link goes (record_link, purpose update.answer).
CREATE TABLE update_office (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES update_request (id),
    owner_id TEXT NOT NULL REFERENCES owner (id),
    email TEXT NOT NULL,
    UNIQUE (request_id, owner_id)
);

-- Which of its two reminders went out.
CREATE TABLE update_reminder (
    request_id TEXT NOT NULL REFERENCES update_request (id),
    stage TEXT NOT NULL CHECK (stage IN ('soon', 'late')),
    reminded_at TEXT NOT NULL,
    PRIMARY KEY (request_id, stage)
);
