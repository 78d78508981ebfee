-- The second date of every version: the day from which it was so. Versions from before this file
-- were recorded on the day from which they were so.
ALTER TABLE history ADD COLUMN true_from TEXT NOT NULL DEFAULT '';
UPDATE history SET true_from = substr(recorded_at, 1, 10);
