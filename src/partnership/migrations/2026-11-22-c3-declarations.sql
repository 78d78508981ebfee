-- What somebody who is to take an agency's seat declares about their own suitability: in confidence,
-- so that each stands under a restriction to named readers from the moment it is kept.
CREATE TABLE declaration (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL REFERENCES agency (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    declared_on TEXT NOT NULL,
    capacity TEXT NOT NULL,
    words TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE INDEX declaration_agency ON declaration (agency_id, declared_on);
