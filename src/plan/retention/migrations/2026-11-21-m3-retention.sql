-- How long records are kept, as data with the days between which a rule holds. A rule that nobody
-- has held against the partnership's own schedule yet is shown as to be checked.
CREATE TABLE keep_rule (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    months INTEGER NOT NULL CHECK (months > 0),
    clause TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    is_checked INTEGER NOT NULL CHECK (is_checked IN (0, 1))
);
INSERT INTO keep_rule (id, kind, words, months, clause, from_day, to_day, is_checked) VALUES
    ('plan-1', 'plan', 'A plan, with all that is in it: ten years after its period ended, or after it was withdrawn', 120,
     'OpenMASA''s own default; UK GDPR article 5(1)(e) asks for a limit and names none', '2026-01-01', NULL, 0),
    ('action-1', 'action', 'An action that was withdrawn from a plan: ten years after it was withdrawn', 120,
     'OpenMASA''s own default; UK GDPR article 5(1)(e) asks for a limit and names none', '2026-01-01', NULL, 0);

-- Nothing that is on hold is destroyed.
CREATE TABLE legal_hold (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why <> ''),
    set_at TEXT NOT NULL,
    set_by TEXT REFERENCES person (id),
    lifted_at TEXT,
    lifted_by TEXT REFERENCES person (id),
    lifted_why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX legal_hold_record ON legal_hold (kind, record_id);

-- One person proposes, another confirms or declines.
CREATE TABLE destruction (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    rule_id TEXT NOT NULL REFERENCES keep_rule (id),
    due_on TEXT NOT NULL,
    why TEXT NOT NULL,
    proposed_at TEXT NOT NULL,
    proposed_by TEXT NOT NULL REFERENCES person (id),
    decided_at TEXT,
    decided_by TEXT REFERENCES person (id),
    declined_why TEXT NOT NULL DEFAULT '',
    certificate TEXT UNIQUE,
    versions INTEGER NOT NULL DEFAULT 0,
    CHECK (decided_by IS NULL OR decided_by <> proposed_by)
);
CREATE INDEX destruction_record ON destruction (kind, record_id);
