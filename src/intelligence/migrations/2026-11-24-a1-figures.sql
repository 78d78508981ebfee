-- What partners' figures are about and say. A figure has slim whole numbers for what it is about, so
-- that millions of them are small and quickly loaded: no history of each, but loads.
CREATE TABLE figure_load (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    format TEXT NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    uploaded_at TEXT NOT NULL,
    saved_at TEXT,
    left_at TEXT,
    added INTEGER NOT NULL,
    revised INTEGER NOT NULL,
    same INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    new_indicators INTEGER NOT NULL,
    new_areas INTEGER NOT NULL,
    -- Its bytes as they were loaded. Last, so that no other column is read through them.
    document BLOB NOT NULL
);
CREATE INDEX figure_load_digest ON figure_load (digest);
CREATE INDEX figure_load_saved ON figure_load (saved_at);

CREATE TABLE area (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    level TEXT NOT NULL CHECK (level IN ('england', 'region', 'upper_tier', 'district', 'locality')),
    within_number INTEGER REFERENCES area (number),
    from_day TEXT,
    to_day TEXT,
    is_ours INTEGER NOT NULL CHECK (is_ours IN (0, 1))
);
CREATE UNIQUE INDEX area_ours ON area (is_ours) WHERE is_ours = 1;

-- An area's codes: ONS's nine characters and DfE's three figures. One that got another code and stayed
-- what it was has both.
CREATE TABLE area_code (
    scheme TEXT NOT NULL CHECK (scheme IN ('ons', 'dfe')),
    code TEXT NOT NULL CHECK (code <> ''),
    area_number INTEGER NOT NULL REFERENCES area (number),
    from_day TEXT,
    to_day TEXT,
    PRIMARY KEY (scheme, code)
);
CREATE INDEX area_code_area ON area_code (area_number);

INSERT INTO area (number, name, level, within_number, from_day, to_day, is_ours) VALUES
    (1, 'England', 'england', NULL, NULL, NULL, 0),
    (2, 'North East', 'region', 1, NULL, NULL, 0),
    (3, 'North West', 'region', 1, NULL, NULL, 0),
    (4, 'Yorkshire and The Humber', 'region', 1, NULL, NULL, 0),
    (5, 'East Midlands', 'region', 1, NULL, NULL, 0),
    (6, 'West Midlands', 'region', 1, NULL, NULL, 0),
    (7, 'East of England', 'region', 1, NULL, NULL, 0),
    (8, 'London', 'region', 1, NULL, NULL, 0),
    (9, 'South East', 'region', 1, NULL, NULL, 0),
    (10, 'South West', 'region', 1, NULL, NULL, 0),
    (11, 'Inner London', 'region', 8, NULL, NULL, 0),
    (12, 'Outer London', 'region', 8, NULL, NULL, 0);
INSERT INTO area_code (scheme, code, area_number, from_day, to_day) VALUES
    ('ons', 'E92000001', 1, NULL, NULL), ('dfe', '970', 1, NULL, NULL),
    ('ons', 'E12000001', 2, NULL, NULL), ('dfe', '980', 2, NULL, NULL),
    ('ons', 'E12000002', 3, NULL, NULL), ('dfe', '981', 3, NULL, NULL),
    ('ons', 'E12000003', 4, NULL, NULL), ('dfe', '982', 4, NULL, NULL),
    ('ons', 'E12000004', 5, NULL, NULL), ('dfe', '983', 5, NULL, NULL),
    ('ons', 'E12000005', 6, NULL, NULL), ('dfe', '984', 6, NULL, NULL),
    ('ons', 'E12000006', 7, NULL, NULL), ('dfe', '985', 7, NULL, NULL),
    ('ons', 'E12000007', 8, NULL, NULL), ('dfe', '986', 8, NULL, NULL),
    ('ons', 'E12000008', 9, NULL, NULL), ('dfe', '989', 9, NULL, NULL),
    ('ons', 'E12000009', 10, NULL, NULL), ('dfe', '990', 10, NULL, NULL),
    ('ons', 'E13000001', 11, NULL, NULL), ('dfe', '987', 11, NULL, NULL),
    ('ons', 'E13000002', 12, NULL, NULL), ('dfe', '988', 12, NULL, NULL);

CREATE TABLE indicator (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL CHECK (source IN ('lait', 'ees', 'fingertips', 'own')),
    -- What the source calls it: "CPP_Num", "90284".
    code TEXT NOT NULL CHECK (code <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    theme TEXT NOT NULL CHECK (theme <> ''),
    counts TEXT NOT NULL,
    numerator TEXT NOT NULL,
    denominator TEXT NOT NULL,
    measure TEXT NOT NULL CHECK (measure IN ('number', 'percentage', 'rate', 'average')),
    unit TEXT NOT NULL,
    -- What a numerator over its denominator is multiplied by; 0 where there are none.
    multiplier INTEGER NOT NULL CHECK (multiplier >= 0),
    decimals INTEGER CHECK (decimals BETWEEN 0 AND 6),
    polarity TEXT NOT NULL CHECK (polarity IN ('high', 'low', 'none')),
    year_kind TEXT NOT NULL,
    publisher TEXT NOT NULL,
    owner_id TEXT REFERENCES owner (id),
    frequency TEXT NOT NULL,
    due TEXT NOT NULL,
    caveats TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    load_number INTEGER REFERENCES figure_load (number),
    UNIQUE (source, code)
);
CREATE INDEX indicator_theme ON indicator (theme, title);

-- From a period on an indicator counts something else, or counts it otherwise: no line is drawn across.
CREATE TABLE indicator_break (
    indicator_number INTEGER NOT NULL REFERENCES indicator (number),
    period INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (indicator_number, period)
);

-- Whom a figure is about, where it is not everybody: "Sex: Male". Number 1 is everybody.
CREATE TABLE breakdown (
    number INTEGER PRIMARY KEY,
    words TEXT NOT NULL UNIQUE
);
INSERT INTO breakdown (number, words) VALUES (1, '');

-- What a publisher says beside a figure.
CREATE TABLE figure_note (
    number INTEGER PRIMARY KEY,
    words TEXT NOT NULL UNIQUE
);

-- What holds now. The key is what a chart asks: one indicator in one area, all periods. A period is
-- kernel/period.hpp's number; standing 0 is published, 1 provisional, 2 revised; rounded_to 0 is not.
-- Texts are as they were published. SQLite keeps the rows in the key itself. What the numbers point to is not asked
-- row by row, which would cost a load a sixth of its time: only a load writes here, after it wrote those.
-- sqlite only
CREATE TABLE figure (
    indicator_number INTEGER NOT NULL,
    breakdown_number INTEGER NOT NULL,
    area_number INTEGER NOT NULL,
    period INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    rounded_to INTEGER NOT NULL,
    load_number INTEGER NOT NULL,
    value TEXT NOT NULL,
    numerator TEXT,
    denominator TEXT,
    lower TEXT,
    upper TEXT,
    note_number INTEGER,
    PRIMARY KEY (indicator_number, breakdown_number, area_number, period)
) STRICT, WITHOUT ROWID
-- end
-- postgresql only
CREATE TABLE figure (
    indicator_number BIGINT NOT NULL,
    breakdown_number BIGINT NOT NULL,
    area_number BIGINT NOT NULL,
    period BIGINT NOT NULL,
    standing BIGINT NOT NULL,
    rounded_to BIGINT NOT NULL,
    load_number BIGINT NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    numerator TEXT COLLATE "C",
    denominator TEXT COLLATE "C",
    lower TEXT COLLATE "C",
    upper TEXT COLLATE "C",
    note_number BIGINT,
    PRIMARY KEY (indicator_number, breakdown_number, area_number, period)
)
-- end
-- One indicator in one period, all areas: a comparison, a map.
CREATE INDEX figure_of_period ON figure (indicator_number, breakdown_number, period);

-- What a later load took the place of, as it was, and which load that was.
CREATE TABLE figure_superseded (
    indicator_number INTEGER NOT NULL,
    breakdown_number INTEGER NOT NULL,
    area_number INTEGER NOT NULL,
    period INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    rounded_to INTEGER NOT NULL,
    load_number INTEGER NOT NULL REFERENCES figure_load (number),
    value TEXT NOT NULL,
    numerator TEXT,
    denominator TEXT,
    lower TEXT,
    upper TEXT,
    note_number INTEGER,
    superseded_by INTEGER NOT NULL REFERENCES figure_load (number),
    PRIMARY KEY (indicator_number, breakdown_number, area_number, period, superseded_by)
);
