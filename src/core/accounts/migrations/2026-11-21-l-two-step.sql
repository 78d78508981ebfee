-- Signing in with a second step. The key has to be read to check a code, so it is kept as it is;
-- codes to recover with are kept as digests. A row is taken away when the second step is turned off.
CREATE TABLE account_totp (
    account_id TEXT PRIMARY KEY REFERENCES account (id),
    key TEXT NOT NULL,
    made_at TEXT NOT NULL,
    confirmed_at TEXT,
    last_step INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE recovery_code (
    account_id TEXT NOT NULL REFERENCES account (id),
    code_hash TEXT NOT NULL,
    made_at TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (account_id, code_hash)
);

-- The password was right and the code is still to come. Bound to the visit; one at a time.
CREATE TABLE half_sign_in (
    visit_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    password_digest TEXT NOT NULL,
    destination TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
CREATE INDEX half_sign_in_expires ON half_sign_in (expires_at);

-- When this person last proved who they are, and when they last did anything.
ALTER TABLE session ADD COLUMN proved_at TEXT;
ALTER TABLE session ADD COLUMN last_used_at TEXT;
