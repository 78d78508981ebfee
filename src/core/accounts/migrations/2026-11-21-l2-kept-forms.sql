-- A form that was sent after its session had ended: kept a day for the same account, to be sent again.
CREATE TABLE kept_form (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    path TEXT NOT NULL,
    fields TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
CREATE INDEX kept_form_account ON kept_form (account_id, expires_at);
CREATE INDEX kept_form_expires ON kept_form (expires_at);
