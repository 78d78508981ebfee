-- What the partnership knows about an agency beyond its name, which stands in owner.
CREATE TABLE agency (
    id TEXT PRIMARY KEY REFERENCES owner (id),
    short_name TEXT NOT NULL,
    role TEXT NOT NULL,
    section_11 INTEGER NOT NULL CHECK (section_11 IN (0, 1)),
    funds INTEGER NOT NULL CHECK (funds IN (0, 1)),
    contact TEXT NOT NULL,
    from_day TEXT,
    to_day TEXT,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day)
);

-- Which sector an agency belongs to, from a day on; its first one has no day before it.
CREATE TABLE agency_sector (
    agency_id TEXT NOT NULL REFERENCES agency (id),
    from_day TEXT NOT NULL,
    sector TEXT NOT NULL CHECK (sector <> ''),
    PRIMARY KEY (agency_id, from_day)
);
