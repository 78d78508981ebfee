-- What the columns of files were said to hold, for each register: `called` as the file calls it, in small letters;
-- `column_key` the register's column, or empty for one that is left out. With `called` empty: what stands in every row.
CREATE TABLE import_column (
    kind TEXT NOT NULL,
    called TEXT NOT NULL,
    column_key TEXT NOT NULL,
    every TEXT NOT NULL,
    PRIMARY KEY (kind, called, column_key)
);
-- The same for one upload: a line for each column that is read, its key, which of the file's it is, what every row has;
-- empty for one that is read by its names.
ALTER TABLE register_import ADD COLUMN matched TEXT NOT NULL DEFAULT '';
