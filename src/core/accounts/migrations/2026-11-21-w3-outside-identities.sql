-- Who somebody is elsewhere: the organisation that signs them in, and what it calls them (issuer
-- and subject in OpenID Connect Core 1.0, section 2). One identity opens one account at a time.
-- The table that was kept free for them could not end one, and no program has written to it.
DROP TABLE outside_identity;
CREATE TABLE outside_identity (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    issuer TEXT NOT NULL CHECK (issuer <> ''),
    subject TEXT NOT NULL CHECK (subject <> ''),
    joined_at TEXT NOT NULL,
    last_used_at TEXT,
    ended_at TEXT
);
CREATE UNIQUE INDEX outside_identity_open ON outside_identity (issuer, subject) WHERE ended_at IS NULL;
CREATE INDEX outside_identity_account ON outside_identity (account_id);

-- The organisation asked for a second step when it signed them in.
ALTER TABLE session ADD COLUMN second_step_outside INTEGER NOT NULL DEFAULT 0 CHECK (second_step_outside IN (0, 1));
