-- SAID_THINGS. Nothing is deleted: what is no longer so is withdrawn, with a reason.
CREATE TABLE THING (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL CHECK (title <> ''),
    added_at TEXT NOT NULL,
    version INTEGER NOT NULL
);
