-- Which authorities an authority is compared with: ten of its kind, by models that DfE publishes. Each model stays beside
-- the next: a comparison can be made again as it was.
CREATE TABLE neighbour_model (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    from_day TEXT NOT NULL,
    load_number INTEGER NOT NULL REFERENCES figure_load (number)
);
-- Place 1 is the closest one.
CREATE TABLE neighbour (
    model_number INTEGER NOT NULL REFERENCES neighbour_model (number),
    area_number INTEGER NOT NULL REFERENCES area (number),
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 10),
    neighbour_number INTEGER NOT NULL REFERENCES area (number),
    closeness TEXT NOT NULL,
    PRIMARY KEY (model_number, area_number, place)
);
CREATE INDEX neighbour_of_area ON neighbour (area_number);
