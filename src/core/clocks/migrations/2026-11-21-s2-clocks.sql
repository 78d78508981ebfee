-- Bank holidays as the government published them; years that are not here follow the rule
-- (kernel/bank_holidays.hpp). A newer list replaces the years it has; every list stays in the history.
CREATE TABLE bank_holiday (
    day TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> '')
);

-- Rules that the partnership added to those that the program brings. Nothing is changed in place: a
-- row with a later first day ends the one before it; a withdrawn one stays and counts no more.
CREATE TABLE clock_rule (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    title TEXT NOT NULL,
    counts_from TEXT NOT NULL,
    amount INTEGER NOT NULL,
    unit TEXT NOT NULL,
    whose TEXT NOT NULL,
    clause TEXT NOT NULL,
    edition TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    certainty TEXT NOT NULL,
    owner_id TEXT REFERENCES owner (id),
    added_at TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX clock_rule_name ON clock_rule (name, from_day);
