-- What people say aloud: letter, year, number. Never changed and never used again.
CREATE TABLE reference (
    letter TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    PRIMARY KEY (letter, year, number),
    UNIQUE (kind, record_id)
);

-- The last number of each kind and year: counted up in the transaction that uses it.
CREATE TABLE reference_counter (
    letter TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last > 0),
    PRIMARY KEY (letter, year)
);
