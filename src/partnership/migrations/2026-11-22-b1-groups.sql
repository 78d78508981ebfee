-- A group of the arrangements: people of several agencies who answer for something. It can own
-- actions, as any owner can; a name that stands in a plan may be an owner without a row here yet.
CREATE TABLE group_record (
    id TEXT PRIMARY KEY REFERENCES owner (id),
    kind TEXT NOT NULL CHECK (kind IN ('statutory', 'partnership', 'standing_subgroup', 'locality', 'advisory',
                                       'task_and_finish', 'oversight_forum', 'network', 'external_board')),
    purpose TEXT NOT NULL,
    contact TEXT NOT NULL,
    from_day TEXT,
    to_day TEXT,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day)
);

-- To whom it reports and who chairs it, from when to when: a group, an office, or one of its seats.
CREATE TABLE group_tie (
    id TEXT PRIMARY KEY,
    group_id TEXT NOT NULL REFERENCES group_record (id),
    what TEXT NOT NULL CHECK (what IN ('reports_to', 'chair')),
    owner_id TEXT NOT NULL REFERENCES owner (id),
    from_day TEXT,
    to_day TEXT,
    CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day)
);
CREATE INDEX group_tie_group ON group_tie (group_id);
CREATE INDEX group_tie_owner ON group_tie (owner_id);

-- What makes a quorum from a day on, until the next rule: at least so many seats, a share of the
-- seats (2 of 3), and agencies that must be there.
CREATE TABLE group_quorum (
    id TEXT PRIMARY KEY,
    group_id TEXT NOT NULL REFERENCES group_record (id),
    from_day TEXT NOT NULL,
    least INTEGER NOT NULL CHECK (least >= 0),
    share_of INTEGER NOT NULL CHECK (share_of >= 0),
    share_in INTEGER NOT NULL CHECK (share_in >= share_of),
    UNIQUE (group_id, from_day)
);
CREATE TABLE group_quorum_agency (
    quorum_id TEXT NOT NULL REFERENCES group_quorum (id),
    agency_id TEXT NOT NULL REFERENCES owner (id),
    PRIMARY KEY (quorum_id, agency_id)
);

-- Terms of reference; a version that was adopted is never changed. `file_id` is the attachment that
-- holds them, where they are a file.
CREATE TABLE group_terms (
    id TEXT PRIMARY KEY,
    group_id TEXT NOT NULL REFERENCES group_record (id),
    number INTEGER NOT NULL,
    words TEXT NOT NULL,
    file_id TEXT,
    signs_id TEXT REFERENCES owner (id),
    adopted_on TEXT,
    agreed_by_id TEXT REFERENCES owner (id),
    minute TEXT NOT NULL,
    review_on TEXT,
    UNIQUE (group_id, number),
    CHECK ((adopted_on IS NULL) = (agreed_by_id IS NULL)),
    CHECK ((adopted_on IS NULL) = (review_on IS NULL))
);

-- A seat is an owner of that type; an agency or an office holds it.
CREATE TABLE group_seat (
    id TEXT PRIMARY KEY REFERENCES owner (id),
    group_id TEXT NOT NULL REFERENCES group_record (id),
    name TEXT NOT NULL,
    holder_id TEXT NOT NULL REFERENCES owner (id),
    from_day TEXT,
    to_day TEXT,
    turn_ends TEXT,
    version INTEGER NOT NULL,
    CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day)
);
CREATE INDEX group_seat_in_order ON group_seat (group_id, lower(name), id);
CREATE INDEX group_seat_holder ON group_seat (holder_id);

-- Who fills a seat and who stands in there; guests and observers of the group have no seat.
CREATE TABLE group_member (
    id TEXT PRIMARY KEY,
    group_id TEXT NOT NULL REFERENCES group_record (id),
    seat_id TEXT REFERENCES group_seat (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    part TEXT NOT NULL CHECK (part IN ('member', 'deputy', 'guest', 'observer')),
    from_day TEXT NOT NULL,
    to_day TEXT,
    note TEXT NOT NULL,
    CHECK (to_day IS NULL OR from_day <= to_day),
    CHECK ((seat_id IS NULL) = (part IN ('guest', 'observer')))
);
CREATE INDEX group_member_group ON group_member (group_id, from_day);
CREATE INDEX group_member_seat ON group_member (seat_id, from_day) WHERE seat_id IS NOT NULL;
CREATE INDEX group_member_person ON group_member (person_id);
