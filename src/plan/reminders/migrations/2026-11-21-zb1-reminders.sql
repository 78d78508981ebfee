-- Of which action, for which due day, and which time somebody was reminded.
CREATE TABLE action_reminder (
    action_id TEXT NOT NULL REFERENCES action (id),
    due_on TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('month', 'week', 'day', 'late')),
    reminded_at TEXT NOT NULL,
    PRIMARY KEY (action_id, due_on, stage)
);
