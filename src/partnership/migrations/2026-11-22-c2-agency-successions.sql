-- Which agency follows which, from a day on and on what ground; the list of what the earlier one
-- answered for is agreed first.
CREATE TABLE agency_succession (
    id TEXT PRIMARY KEY,
    from_id TEXT NOT NULL REFERENCES agency (id),
    to_id TEXT NOT NULL REFERENCES agency (id),
    way TEXT NOT NULL CHECK (way IN ('merged', 'split', 'replaced', 'renamed')),
    day TEXT NOT NULL,
    ground TEXT NOT NULL,
    carried_out_on TEXT,
    dropped_why TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (from_id <> to_id)
);
CREATE INDEX agency_succession_from ON agency_succession (from_id, day);
CREATE INDEX agency_succession_to ON agency_succession (to_id, day);

-- What was agreed of one open duty, in the words of that day; it waits until the day has come.
CREATE TABLE agreed_duty (
    id TEXT PRIMARY KEY,
    succession_id TEXT NOT NULL REFERENCES agency_succession (id),
    position INTEGER NOT NULL,
    feature TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    way TEXT NOT NULL,
    what TEXT NOT NULL,
    how TEXT NOT NULL,
    within TEXT NOT NULL,
    href TEXT NOT NULL,
    fate TEXT NOT NULL CHECK (fate IN ('passes', 'stays', 'ends')),
    why TEXT NOT NULL,
    agreed_by TEXT NOT NULL,
    agreed_on TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('waits', 'done', 'elsewhere')),
    settled_on TEXT
);
CREATE INDEX agreed_duty_succession ON agreed_duty (succession_id, position);
