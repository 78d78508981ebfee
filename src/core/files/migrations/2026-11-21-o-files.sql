-- A file that is kept outside the database, by the SHA-256 of its content.
CREATE TABLE file (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    size INTEGER NOT NULL CHECK (size >= 0),
    type TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    made_at TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    scanned TEXT NOT NULL CHECK (scanned IN ('clean', 'not scanned'))
);
CREATE INDEX file_digest ON file (digest);
