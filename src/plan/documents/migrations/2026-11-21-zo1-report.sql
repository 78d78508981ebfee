-- The highlight report of a priority. What its chair says above it stands in the history, a version
-- each time: this row says which record that is, and which version is the newest.
CREATE TABLE report (
    id TEXT PRIMARY KEY,
    section_id TEXT NOT NULL UNIQUE REFERENCES section (id),
    version INTEGER NOT NULL
);
