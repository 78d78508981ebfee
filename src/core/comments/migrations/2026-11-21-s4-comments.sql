-- What people say about a record of any kind. Nothing is deleted: a comment is withdrawn by whoever
-- wrote it, with a reason.
CREATE TABLE comment (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    answers TEXT REFERENCES comment (id),
    person_id TEXT REFERENCES person (id),
    words TEXT NOT NULL CHECK (words <> ''),
    at TEXT NOT NULL,
    version INTEGER NOT NULL,
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL DEFAULT '',
    CHECK (withdrawn_at IS NULL OR withdrawn_why <> '')
);
CREATE INDEX comment_record ON comment (kind, record_id, at);
