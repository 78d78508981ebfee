-- Of which review somebody was reminded, and which time it was: a week before the day, or on it. A
-- review that is put off to another day is reminded of anew.
CREATE TABLE review_reminder (
    about_kind TEXT NOT NULL CHECK (about_kind IN ('restriction', 'glass')),
    about_id TEXT NOT NULL,
    due_on TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('week', 'day')),
    reminded_at TEXT NOT NULL,
    PRIMARY KEY (about_kind, about_id, due_on, stage)
);
