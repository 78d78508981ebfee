-- In one area something changed for good: its charts of the indicator begin anew from that period, every other's go on.
CREATE TABLE area_break (
    indicator_number INTEGER NOT NULL REFERENCES indicator (number),
    area_number INTEGER NOT NULL REFERENCES area (number),
    period INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (indicator_number, area_number, period)
);
CREATE INDEX area_break_area ON area_break (area_number);
