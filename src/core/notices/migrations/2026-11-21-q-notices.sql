-- A mail that goes out, or went out. Its words are made from its notices when it is sent: none are
-- kept here. The message id is made once, so that a mail sent twice by misfortune is one mail to
-- the server that gets it.
CREATE TABLE mail (
    id TEXT PRIMARY KEY,
    message_id TEXT NOT NULL UNIQUE,
    person_id TEXT REFERENCES person (id),
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'dead')),
    made_at TEXT NOT NULL,
    next_try_at TEXT NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    taken_until TEXT,
    ended_at TEXT,
    said TEXT NOT NULL
);
CREATE INDEX mail_state ON mail (state, next_try_at);

-- Something that somebody is to be told, written in the transaction of the change. It holds kinds
-- and addresses of pages, no words and no names. A path with a secret is emptied once it was sent.
CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    person_id TEXT REFERENCES person (id),
    email TEXT NOT NULL,
    kind TEXT NOT NULL,
    about_kind TEXT NOT NULL,
    about_id TEXT NOT NULL,
    path TEXT NOT NULL,
    at TEXT NOT NULL,
    told TEXT NOT NULL CHECK (told IN ('waiting', 'mailed', 'left_out')),
    mail_id TEXT REFERENCES mail (id),
    CHECK (person_id IS NOT NULL OR email <> '')
);
CREATE INDEX notice_waiting ON notice (told, at);
CREATE INDEX notice_person ON notice (person_id, at);
CREATE INDEX notice_mail ON notice (mail_id);

CREATE TABLE notice_preference (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    how_often TEXT NOT NULL CHECK (how_often IN ('at_once', 'once_a_day', 'never')),
    version INTEGER NOT NULL CHECK (version > 0)
);

-- One row: how the mail server answered last, for the page that shows it.
CREATE TABLE mail_server (
    id TEXT PRIMARY KEY CHECK (id = 'smtp'),
    host TEXT NOT NULL,
    failing_since TEXT,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    next_try_at TEXT NOT NULL,
    said TEXT NOT NULL
);
