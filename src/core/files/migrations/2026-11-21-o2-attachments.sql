-- A file that belongs to a record. The same name on the same record again is its next version.
CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    about_kind TEXT NOT NULL,
    about_id TEXT NOT NULL,
    file_id TEXT NOT NULL REFERENCES file (id),
    name TEXT NOT NULL CHECK (name <> ''),
    version INTEGER NOT NULL CHECK (version > 0),
    UNIQUE (about_kind, about_id, name, version)
);
