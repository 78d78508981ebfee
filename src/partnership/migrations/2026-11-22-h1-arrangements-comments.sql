-- What somebody said of a section while the arrangements were out for consultation, and what came of it. Sections are
-- written anew whenever their edition is saved: the section is named by its id and by what it was called then.
CREATE TABLE masa_comment (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES masa_edition (id),
    part_id TEXT NOT NULL,
    heading TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    known_as TEXT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    made_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'withdrawn')),
    answer TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answered_at TEXT,
    version INTEGER NOT NULL,
    CHECK ((state = 'open') = (answered_at IS NULL))
);
CREATE INDEX masa_comment_edition ON masa_comment (edition_id, made_at);
