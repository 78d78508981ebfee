-- A record of any kind that only named readers may read. `denied` names win over the others.
CREATE TABLE restriction (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    review_on TEXT NOT NULL,
    restricted_at TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    version INTEGER NOT NULL CHECK (version > 0),
    lifted_at TEXT,
    lifted_by TEXT REFERENCES person (id),
    lifted_why TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX restriction_open ON restriction (kind, record_id) WHERE lifted_at IS NULL;

-- A person, or everybody who holds a role within an agency, a group or an office.
CREATE TABLE restriction_name (
    restriction_id TEXT NOT NULL REFERENCES restriction (id),
    person_id TEXT REFERENCES person (id),
    owner_id TEXT REFERENCES owner (id),
    denied INTEGER NOT NULL CHECK (denied IN (0, 1)),
    CHECK ((person_id IS NULL) <> (owner_id IS NULL))
);
CREATE INDEX restriction_name_of ON restriction_name (restriction_id);
