-- A right for another program: some of its person's permissions, to read downloads, until a day.
CREATE TABLE api_token (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL CHECK (name <> ''),
    secret_hash TEXT NOT NULL UNIQUE,
    permissions TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    last_used_at TEXT,
    revoked_at TEXT
);
CREATE INDEX api_token_account ON api_token (account_id, made_at);

-- Who somebody is elsewhere: for signing on through their own organisation. Person, account and
-- outside identity are three things.
CREATE TABLE outside_identity (
    issuer TEXT NOT NULL CHECK (issuer <> ''),
    subject TEXT NOT NULL CHECK (subject <> ''),
    account_id TEXT NOT NULL REFERENCES account (id),
    made_at TEXT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX outside_identity_account ON outside_identity (account_id);
