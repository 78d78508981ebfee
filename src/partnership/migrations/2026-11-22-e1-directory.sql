-- What somebody says of themselves in the directory; everything else there comes from the records of
-- people, offices, groups and roles.
CREATE TABLE directory_entry (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    prefers TEXT NOT NULL CHECK (prefers IN ('', 'email', 'telephone')),
    asked_about TEXT NOT NULL,
    telephone_hidden INTEGER NOT NULL CHECK (telephone_hidden IN (0, 1)),
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL
);
