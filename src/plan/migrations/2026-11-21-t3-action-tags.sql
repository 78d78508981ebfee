-- Themes and FLOURISH domains that an action carries: ids of terms with a space between, in their
-- order (core/terms/tags.hpp).
ALTER TABLE action ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE action_version ADD COLUMN tags TEXT NOT NULL DEFAULT '';
