-- A right without an account: one purpose on one record, until a day, taken back at any time. Its
-- holder is a person, so that what they write is theirs in every history.
CREATE TABLE record_link (
    id TEXT PRIMARY KEY,
    secret_hash TEXT NOT NULL UNIQUE,
    purpose TEXT NOT NULL CHECK (purpose <> ''),
    record_id TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    given_by TEXT REFERENCES person (id),
    given_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    last_used_at TEXT,
    uses INTEGER NOT NULL DEFAULT 0,
    revoked_at TEXT,
    revoked_by TEXT REFERENCES person (id)
);
CREATE INDEX record_link_record ON record_link (purpose, record_id, given_at);
CREATE INDEX record_link_given ON record_link (given_at);
