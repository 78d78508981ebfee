-- What stood in a version that was destroyed is gone; its commitment in the audit log stays. The
-- number of the certificate says under which act.
ALTER TABLE history ADD COLUMN destroyed_under TEXT;
CREATE INDEX history_destroyed ON history (destroyed_under) WHERE destroyed_under IS NOT NULL;
