-- Clocks that run about a record: which rule counts, from when, and how it ended. When one is due is
-- worked out each time it is shown; due_on is what it was when the clock was last changed, for order.
CREATE TABLE clock (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    rule TEXT NOT NULL CHECK (rule <> ''),
    owner_id TEXT REFERENCES owner (id),
    start_day TEXT NOT NULL,
    started_at TEXT,
    note TEXT NOT NULL,
    due_on TEXT NOT NULL,
    stopped_on TEXT,
    stopped_why TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (stopped_on IS NULL OR stopped_why <> '')
);
CREATE INDEX clock_about ON clock (kind, record_id, start_day);
CREATE INDEX clock_running ON clock (due_on) WHERE stopped_on IS NULL;

-- From the first day that does not count to the day on which it ran again, which counts.
CREATE TABLE clock_pause (
    clock_id TEXT NOT NULL REFERENCES clock (id),
    position INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    restarted_on TEXT,
    why TEXT NOT NULL CHECK (why <> ''),
    PRIMARY KEY (clock_id, position),
    CHECK (restarted_on IS NULL OR from_day <= restarted_on)
);
