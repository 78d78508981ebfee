-- An edition of the local plan for multi-agency safeguarding arrangements.
CREATE TABLE masa_edition (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL CHECK (title <> ''),
    area TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('draft', 'consultation', 'sign_off', 'signed', 'published', 'superseded',
                                         'withdrawn')),
    follows_id TEXT REFERENCES masa_edition (id),
    changed TEXT NOT NULL,
    changed_why TEXT NOT NULL,
    authorised_by TEXT REFERENCES owner (id),
    authorised_on TEXT,
    authorised_minute TEXT NOT NULL,
    signed_elsewhere TEXT NOT NULL,
    published_on TEXT,
    superseded_on TEXT,
    withdrawn_why TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((stage IN ('published', 'superseded')) = (published_on IS NOT NULL)),
    CHECK ((stage = 'superseded') = (superseded_on IS NOT NULL))
);
CREATE INDEX masa_edition_follows ON masa_edition (follows_id) WHERE follows_id IS NOT NULL;
CREATE INDEX masa_edition_published ON masa_edition (published_on);

CREATE TABLE masa_section (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES masa_edition (id),
    position INTEGER NOT NULL,
    heading TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX masa_section_edition ON masa_section (edition_id, position);

-- What was judged of a thing that guidance asks for; without a row nobody has judged it yet.
CREATE TABLE masa_check (
    edition_id TEXT NOT NULL REFERENCES masa_edition (id),
    item TEXT NOT NULL,
    position INTEGER NOT NULL,
    judged TEXT NOT NULL CHECK (judged IN ('met', 'explained')),
    words TEXT NOT NULL,
    judged_by TEXT NOT NULL,
    judged_on TEXT NOT NULL,
    PRIMARY KEY (edition_id, item)
);

CREATE TABLE masa_milestone (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES masa_edition (id),
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    target TEXT NOT NULL,
    done_on TEXT,
    note TEXT NOT NULL
);
CREATE INDEX masa_milestone_edition ON masa_milestone (edition_id, position);

CREATE TABLE masa_consultation (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES masa_edition (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('agency', 'group', 'education', 'children', 'families', 'public',
                                       'practitioners')),
    whom TEXT NOT NULL,
    asked TEXT NOT NULL,
    how TEXT NOT NULL,
    said TEXT NOT NULL,
    came_of_it TEXT NOT NULL
);
CREATE INDEX masa_consultation_edition ON masa_consultation (edition_id, position);

-- A file that is no part of the words any more.
CREATE TABLE masa_left_out (
    edition_id TEXT NOT NULL REFERENCES masa_edition (id),
    attachment_id TEXT NOT NULL REFERENCES attachment (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (edition_id, attachment_id)
);

-- What was published, as bytes; a correction is another row. These rows are only added.
CREATE TABLE masa_publication (
    edition_id TEXT NOT NULL REFERENCES masa_edition (id),
    number INTEGER NOT NULL CHECK (number > 0),
    content TEXT NOT NULL CHECK (content <> ''),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    published_on TEXT NOT NULL,
    corrected TEXT NOT NULL,
    why TEXT NOT NULL,
    published_by TEXT NOT NULL,
    PRIMARY KEY (edition_id, number)
);
