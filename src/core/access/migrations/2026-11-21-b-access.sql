-- A person, their account, and what they may do are three things. Nothing here is deleted: an
-- account or a role ends.
CREATE TABLE person (
    id TEXT PRIMARY KEY,
    known_as TEXT NOT NULL CHECK (known_as <> ''),
    created_at TEXT NOT NULL
);

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
    password_hash TEXT,
    created_at TEXT NOT NULL,
    ended_at TEXT
);

CREATE TABLE owner (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    created_at TEXT NOT NULL
);

CREATE TABLE role_holding (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    owner_id TEXT REFERENCES owner (id),
    from_day TEXT NOT NULL,
    to_day TEXT,
    CHECK ((role = 'action_owner') = (owner_id IS NOT NULL))
);
CREATE INDEX role_holding_person ON role_holding (person_id);

-- A link that works once: to choose a first password, or a new one.
CREATE TABLE invitation (
    secret_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
);

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    secret_hash TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES account (id),
    from_address TEXT NOT NULL,
    started_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at TEXT
);
CREATE INDEX session_account ON session (account_id, started_at);

-- Failed sign-ins, for the rate limit. `subject` is a digest of the e-mail or the address.
CREATE TABLE failed_sign_in (
    subject TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX failed_sign_in_subject ON failed_sign_in (subject, at);

-- A form sent twice works once; the second is led to where the first one went.
CREATE TABLE spent_form (
    nonce TEXT PRIMARY KEY,
    location TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX spent_form_at ON spent_form (at);
