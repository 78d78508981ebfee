-- Links of the golden thread that people added: from what came first to what came of it. strength: 1 in part, 2 fully.
CREATE TABLE thread_link (
    id TEXT PRIMARY KEY,
    from_kind TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_kind TEXT NOT NULL,
    to_id TEXT NOT NULL,
    strength INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 2),
    why TEXT NOT NULL,
    who TEXT NOT NULL,
    on_day TEXT NOT NULL,
    made_at TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL
);
CREATE INDEX thread_link_from ON thread_link (from_id, from_kind);
CREATE INDEX thread_link_to ON thread_link (to_id, to_kind);
CREATE UNIQUE INDEX thread_link_once ON thread_link (from_kind, from_id, to_kind, to_id) WHERE withdrawn_at IS NULL;
