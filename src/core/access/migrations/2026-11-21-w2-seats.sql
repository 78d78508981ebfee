-- A seat is a place in a group that somebody holds: it is an owner of its own, it belongs to a
-- group and, when an agency fills it, to that agency. A role that is held within a seat is held
-- within its group.
ALTER TABLE owner ADD COLUMN what TEXT NOT NULL DEFAULT 'agency' CHECK (what IN ('agency', 'group', 'office', 'seat'));
UPDATE owner SET what = kind;
ALTER TABLE owner DROP COLUMN kind;
ALTER TABLE owner RENAME COLUMN what TO kind;
ALTER TABLE owner ADD COLUMN group_id TEXT REFERENCES owner (id) CHECK ((kind = 'seat') = (group_id IS NOT NULL));
ALTER TABLE owner ADD COLUMN agency_id TEXT REFERENCES owner (id) CHECK (agency_id IS NULL OR kind = 'seat');
CREATE INDEX owner_group ON owner (group_id);
