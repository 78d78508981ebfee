-- A load that was a mistake is taken back: its figures go, what they took the place of stands again, its file stays.
ALTER TABLE figure_load ADD COLUMN taken_back_at TEXT;
