-- Which figures agencies return: how often, by when, of which areas, from which day to which.
CREATE TABLE indicator_return (
    indicator_number INTEGER PRIMARY KEY REFERENCES indicator (number),
    frequency TEXT NOT NULL CHECK (frequency IN ('month', 'quarter', 'year')),
    -- "+15": so many days after the period's end; "20": that day of a month after it; "07-31": that
    -- day of a year after it.
    due TEXT NOT NULL CHECK (due <> ''),
    asked_of TEXT NOT NULL CHECK (asked_of IN ('whole', 'district', 'locality')),
    from_day TEXT NOT NULL,
    to_day TEXT,
    CHECK (to_day IS NULL OR from_day <= to_day)
);

-- Whose an indicator is, from which day on. Nobody's: from that day no agency answers for it.
CREATE TABLE indicator_owner (
    indicator_number INTEGER NOT NULL REFERENCES indicator (number),
    from_day TEXT NOT NULL,
    owner_id TEXT REFERENCES owner (id),
    PRIMARY KEY (indicator_number, from_day)
);
CREATE INDEX indicator_owner_owner ON indicator_owner (owner_id);

-- Of which returns, due on which day, an agency was reminded, and at which time.
CREATE TABLE return_reminder (
    owner_id TEXT NOT NULL REFERENCES owner (id),
    due_on TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('week', 'late')),
    reminded_at TEXT NOT NULL,
    PRIMARY KEY (owner_id, due_on, stage)
);
