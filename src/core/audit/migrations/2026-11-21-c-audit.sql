-- What every record was after each change. The audit log holds no content, only a salted
-- commitment to what stands here.
CREATE TABLE history (
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    recorded_at TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    salt TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (kind, record_id, version)
);

-- Append-only, in commit order, each entry sealed with the one before.
CREATE TABLE audit_entry (
    sequence INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    from_where TEXT NOT NULL,
    verb TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    commitment TEXT NOT NULL,
    seal TEXT NOT NULL
);
CREATE INDEX audit_entry_record ON audit_entry (kind, record_id);

-- sqlite only
CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
-- end
-- postgresql only
CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();
-- end
