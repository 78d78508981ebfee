-- A post of the arrangements, whoever holds it: it can own actions, as any owner can.
CREATE TABLE office (
    id TEXT PRIMARY KEY REFERENCES owner (id),
    kind TEXT NOT NULL CHECK (kind IN ('lead_partner', 'delegated_partner', 'partnership_chair', 'scrutineer',
                                       'independent_chair', 'head_of_delivery', 'other')),
    agency_id TEXT REFERENCES owner (id),
    purpose TEXT NOT NULL,
    contact TEXT NOT NULL,
    from_day TEXT,
    to_day TEXT,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day)
);
CREATE INDEX office_agency ON office (agency_id) WHERE agency_id IS NOT NULL;

-- Who holds it from when to when; acting: in place of somebody, or until somebody is found.
CREATE TABLE office_holder (
    id TEXT PRIMARY KEY,
    office_id TEXT NOT NULL REFERENCES office (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    acting INTEGER NOT NULL CHECK (acting IN (0, 1)),
    from_day TEXT NOT NULL,
    to_day TEXT,
    note TEXT NOT NULL,
    CHECK (to_day IS NULL OR from_day <= to_day)
);
CREATE INDEX office_holder_office ON office_holder (office_id, from_day);
CREATE INDEX office_holder_person ON office_holder (person_id);
