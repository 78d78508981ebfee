-- A document that somebody looked at and left: it stays, and nobody is asked to save it any more.
ALTER TABLE plan_import ADD COLUMN left_at TEXT;
-- The columns after a document are not read through it.
CREATE INDEX plan_import_waits ON plan_import (at) WHERE saved_at IS NULL AND left_at IS NULL;
CREATE INDEX plan_import_saved ON plan_import (saved_at, saved_as);
-- What was shown lately, in all plans.
CREATE INDEX evidence_at ON evidence (at);
