-- Whom a mail goes to is a rule over offices, groups and agencies, never a list of addresses: who
-- that is follows from the day. The kinds stand one after the other with a space between.
CREATE TABLE mailing_list (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    purpose TEXT NOT NULL,
    office_kinds TEXT NOT NULL,
    chair_kinds TEXT NOT NULL,
    section_11_leads INTEGER NOT NULL CHECK (section_11_leads IN (0, 1)),
    with_deputies INTEGER NOT NULL CHECK (with_deputies IN (0, 1)),
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE INDEX mailing_list_by_name ON mailing_list (lower(name), id);

-- Whose members it goes to.
CREATE TABLE mailing_list_group (
    list_id TEXT NOT NULL REFERENCES mailing_list (id),
    group_id TEXT NOT NULL REFERENCES owner (id),
    PRIMARY KEY (list_id, group_id)
);

-- Who is left out though the rule leads to them, and why.
CREATE TABLE mailing_list_left_out (
    list_id TEXT NOT NULL REFERENCES mailing_list (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (list_id, person_id)
);
