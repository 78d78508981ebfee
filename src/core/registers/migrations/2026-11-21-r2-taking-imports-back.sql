-- The rows that a saved import changed, as they were before: JSON like `sheet`; empty when it changed none.
ALTER TABLE register_import ADD COLUMN undo TEXT NOT NULL DEFAULT '';
