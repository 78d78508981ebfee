-- Seats are owners too, thousands of them: the groups and the offices are read, in the order of
-- their lists, without passing every seat.
CREATE INDEX owner_of_kind ON owner (kind, lower(name), id);
