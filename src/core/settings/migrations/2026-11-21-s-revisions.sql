-- How often something that pages remember was changed ("settings", "bank holidays", "clock rules",
-- "terms"): whoever finds another number reads it anew.
CREATE TABLE revision (
    name TEXT PRIMARY KEY,
    number INTEGER NOT NULL CHECK (number > 0)
);
