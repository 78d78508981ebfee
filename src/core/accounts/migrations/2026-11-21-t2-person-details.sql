-- What is known of a person beside the name that is shown: whether they have an account is another
-- matter. `name` is the name as the newest version in the history has it.
CREATE TABLE person_details (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    name TEXT NOT NULL CHECK (name <> ''),
    position TEXT NOT NULL DEFAULT '',
    agency_id TEXT REFERENCES owner (id),
    email TEXT NOT NULL DEFAULT '',
    telephone TEXT NOT NULL DEFAULT '',
    left_on TEXT,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE INDEX account_person ON account (person_id);
