-- A way of looking at a list that somebody keeps under a name: filters, order and columns, as its
-- address says them. `within` is what the list belongs to (a plan's id), empty where it stands
-- alone. Nothing is deleted: a view is withdrawn, with a reason where others shared it.
CREATE TABLE saved_view (
    id TEXT PRIMARY KEY,
    list TEXT NOT NULL CHECK (list <> ''),
    within TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    query TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    version INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX saved_view_list ON saved_view (list, within, person_id);
CREATE INDEX saved_view_person ON saved_view (person_id);
