-- What kind of body an agency is, which categories of the 2018 Regulations it is of and was of (one a
-- line, with its days), and what else it is asked under.
ALTER TABLE agency ADD COLUMN kind TEXT NOT NULL DEFAULT '' CHECK (kind IN (
    '', 'local_authority', 'police', 'care_board', 'district_council', 'health_service', 'education', 'early_years',
    'justice', 'voluntary', 'private_setting', 'residential_setting', 'secure_setting', 'other'));
ALTER TABLE agency ADD COLUMN phase TEXT NOT NULL DEFAULT '' CHECK (phase IN (
    '', 'primary', 'secondary', 'all_through', 'special', 'further'));
ALTER TABLE agency ADD COLUMN categories TEXT NOT NULL DEFAULT '';
ALTER TABLE agency ADD COLUMN section_175 INTEGER NOT NULL DEFAULT 0 CHECK (section_175 IN (0, 1));
ALTER TABLE agency ADD COLUMN section_157 INTEGER NOT NULL DEFAULT 0 CHECK (section_157 IN (0, 1));
ALTER TABLE agency ADD COLUMN duty_reason TEXT NOT NULL DEFAULT '';
