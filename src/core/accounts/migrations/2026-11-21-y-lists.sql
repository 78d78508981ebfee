-- Lists of people and agencies come in the order of names: a page reads its own rows only.
CREATE INDEX person_by_name ON person (lower(known_as), id);
CREATE INDEX owner_by_name ON owner (lower(name), id);
