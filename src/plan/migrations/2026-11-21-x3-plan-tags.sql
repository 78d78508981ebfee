-- Themes and FLOURISH domains that a plan and a priority carry, as an action does: ids of terms with
-- a space between, in their order (core/terms/tags.hpp).
ALTER TABLE plan ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_version ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE section ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE section_version ADD COLUMN tags TEXT NOT NULL DEFAULT '';
