-- Somebody read what was restricted from them: with a reason, for an hour. Whoever may read the
-- record by name looks at it within five working days.
CREATE TABLE glass (
    id TEXT PRIMARY KEY,
    restriction_id TEXT NOT NULL REFERENCES restriction (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    broken_at TEXT NOT NULL,
    open_until TEXT NOT NULL,
    review_by TEXT NOT NULL,
    reviewed_at TEXT,
    reviewed_by TEXT REFERENCES person (id),
    outcome TEXT CHECK (outcome IN ('justified', 'not_justified')),
    review_words TEXT NOT NULL DEFAULT '',
    CHECK ((reviewed_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX glass_of ON glass (person_id, open_until);
CREATE INDEX glass_on ON glass (restriction_id);
