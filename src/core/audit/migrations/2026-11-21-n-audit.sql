-- With what right it was done: the role with what it is held for, the link, the token. Entries from
-- before this was kept have none, and are sealed without it.
ALTER TABLE audit_entry ADD COLUMN by_right TEXT NOT NULL DEFAULT '';

-- What was signed about the log (core/audit/checkpoint.hpp). Copies that partners keep prove more.
CREATE TABLE checkpoint (
    sequence INTEGER PRIMARY KEY,
    entries INTEGER NOT NULL CHECK (entries > 0),
    seal TEXT NOT NULL,
    made_at TEXT NOT NULL,
    public_key TEXT NOT NULL,
    signature TEXT NOT NULL
);

-- The log is read newest first: all of it, or by who, by what was done, by kind of thing.
CREATE INDEX audit_entry_at ON audit_entry (at, sequence);
CREATE INDEX audit_entry_person ON audit_entry (person_id, at, sequence);
CREATE INDEX audit_entry_verb ON audit_entry (verb, at, sequence);
CREATE INDEX audit_entry_kind ON audit_entry (kind, at, sequence);
