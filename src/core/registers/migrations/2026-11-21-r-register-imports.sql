-- A file of rows that somebody uploaded into a register: kept as it was read, from the upload until
-- it is saved or left, and after. `sheet` is JSON: names, rows, faults, remarks.
CREATE TABLE register_import (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    policy TEXT NOT NULL CHECK (policy IN ('stop', 'skip', 'update')),
    sheet TEXT NOT NULL,
    saved_at TEXT,
    left_at TEXT
);
CREATE INDEX register_import_by_kind ON register_import (kind, at);
