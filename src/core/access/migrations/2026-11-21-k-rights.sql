-- What owns actions is an agency, a group, or an office (a seat that somebody holds). Until now
-- nobody said which: the name tells.
ALTER TABLE owner ADD COLUMN kind TEXT NOT NULL DEFAULT 'agency' CHECK (kind IN ('agency', 'group', 'office'));
UPDATE owner SET kind = 'group'
WHERE lower(name) LIKE '%group%' OR lower(name) LIKE '%board%' OR lower(name) LIKE '%team%'
   OR lower(name) LIKE '%panel%' OR lower(name) LIKE '%committee%' OR lower(name) LIKE '%network%';
UPDATE owner SET kind = 'office'
WHERE lower(name) LIKE '%head of%' OR lower(name) LIKE '%chair%' OR lower(name) LIKE '%officer%'
   OR lower(name) LIKE '%director%' OR lower(name) LIKE '%manager%' OR lower(name) LIKE '%chief%';

-- A role is held within the partnership, an owner or one record, from a day and perhaps to one.
-- `given_as` is the word under which it was given when roles had other names: the history of the
-- account says that word.
CREATE TABLE role_held (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    owner_id TEXT REFERENCES owner (id),
    record_kind TEXT,
    record_id TEXT,
    from_day TEXT NOT NULL,
    to_day TEXT,
    given_as TEXT,
    CHECK (owner_id IS NULL OR record_id IS NULL),
    CHECK ((record_kind IS NULL) = (record_id IS NULL)),
    CHECK (role IN ('group_chair', 'group_member', 'agency_lead', 'practitioner') OR owner_id IS NULL),
    CHECK (role NOT IN ('group_chair', 'group_member', 'agency_lead', 'practitioner')
           OR owner_id IS NOT NULL OR record_id IS NOT NULL)
);
INSERT INTO role_held (id, person_id, role, owner_id, from_day, to_day, given_as)
SELECT h.id, h.person_id,
       CASE WHEN h.role = 'action_owner' AND o.kind = 'group' THEN 'group_member'
            WHEN h.role = 'action_owner' THEN 'agency_lead'
            WHEN h.role = 'reader' THEN 'delegated_partner'
            ELSE h.role END,
       h.owner_id, h.from_day, h.to_day,
       CASE WHEN h.role IN ('action_owner', 'reader') THEN h.role END
FROM role_holding h LEFT JOIN owner o ON o.id = h.owner_id;
DROP TABLE role_holding;
ALTER TABLE role_held RENAME TO role_holding;
CREATE INDEX role_holding_person ON role_holding (person_id);
