-- A version of a document that named offices are asked to sign. These rows are only added: what
-- was offered and signed stays as it was.
CREATE TABLE sign_off (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    document_version INTEGER NOT NULL CHECK (document_version > 0),
    title TEXT NOT NULL,
    page TEXT NOT NULL,
    content TEXT NOT NULL CHECK (content <> ''),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    offered_by TEXT REFERENCES person (id),
    offered_at TEXT NOT NULL,
    UNIQUE (kind, record_id, document_version)
);

-- In which order: offices of one stage sign in any order. The name is that of its time.
CREATE TABLE sign_off_office (
    sign_off_id TEXT NOT NULL REFERENCES sign_off (id),
    office_id TEXT NOT NULL REFERENCES owner (id),
    position INTEGER NOT NULL,
    stage INTEGER NOT NULL CHECK (stage > 0),
    name TEXT NOT NULL,
    PRIMARY KEY (sign_off_id, office_id)
);

-- Each office signs once; the digest is that of what was signed.
CREATE TABLE signature (
    sign_off_id TEXT NOT NULL,
    office_id TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    known_as TEXT NOT NULL,
    acting INTEGER NOT NULL CHECK (acting IN (0, 1)),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    words TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    PRIMARY KEY (sign_off_id, office_id),
    FOREIGN KEY (sign_off_id, office_id) REFERENCES sign_off_office (sign_off_id, office_id)
);
CREATE INDEX signature_person ON signature (person_id);

-- It was sent back by an office that asked for changes, or withdrawn by who offered it.
CREATE TABLE sign_off_end (
    sign_off_id TEXT PRIMARY KEY REFERENCES sign_off (id),
    how TEXT NOT NULL CHECK (how IN ('sent_back', 'withdrawn')),
    person_id TEXT REFERENCES person (id),
    known_as TEXT NOT NULL,
    office_id TEXT REFERENCES owner (id),
    why TEXT NOT NULL,
    ended_at TEXT NOT NULL
);
