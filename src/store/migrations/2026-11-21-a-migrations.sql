CREATE TABLE migration (
    name TEXT PRIMARY KEY,
    applied_at TEXT NOT NULL
);
