-- A form sent twice is told from another one with the same token by what was in it.
ALTER TABLE spent_form ADD COLUMN digest TEXT NOT NULL DEFAULT '';
