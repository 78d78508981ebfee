-- The partnership's own terms: words that it calls otherwise than the program does, themes, FLOURISH
-- domains, and names with what people also call them. Nothing is deleted: a term ends on a day, or
-- is withdrawn with the reason.
CREATE TABLE term (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('word', 'theme', 'flourish', 'name')),
    stands_for TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    several TEXT NOT NULL,
    also_called TEXT NOT NULL,
    about TEXT NOT NULL,
    source TEXT NOT NULL,
    position INTEGER NOT NULL,
    from_day TEXT,
    to_day TEXT,
    withdrawn_why TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (kind = 'word' OR stands_for = ''),
    CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day)
);
CREATE INDEX term_kind ON term (kind, position);
