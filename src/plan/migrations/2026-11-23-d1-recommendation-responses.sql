-- What an agency, or another owner, was asked about a recommendation and what it answered: one row
-- for each that was asked. Its answer is accepted, accepted in part or not, with what was done.
CREATE TABLE recommendation_response (
    id TEXT PRIMARY KEY,
    recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
    owner_id TEXT NOT NULL REFERENCES owner (id),
    asked_on TEXT NOT NULL,
    asked_by TEXT REFERENCES person (id),
    due TEXT NOT NULL,
    words TEXT NOT NULL,
    reminded INTEGER NOT NULL CHECK (reminded >= 0),
    reminded_on TEXT,
    answer TEXT CHECK (answer IN ('accepted', 'in_part', 'not_accepted')),
    done TEXT NOT NULL,
    evidence TEXT NOT NULL,
    link TEXT NOT NULL,
    answered_on TEXT,
    answered_by TEXT REFERENCES person (id),
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (recommendation_id, owner_id),
    CHECK ((answer IS NULL) = (answered_on IS NULL)),
    CHECK ((reminded = 0) = (reminded_on IS NULL))
);
CREATE INDEX recommendation_response_owner ON recommendation_response (owner_id, due);
CREATE INDEX recommendation_response_listed ON recommendation_response (due DESC, id);
CREATE INDEX recommendation_response_open ON recommendation_response (due) WHERE answer IS NULL;

-- Of an owner for whom nobody has an account: where its link goes (record_link, purpose
-- recommendation.answer). It is forgotten once it has answered.
CREATE TABLE recommendation_response_office (
    response_id TEXT PRIMARY KEY REFERENCES recommendation_response (id),
    recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
    email TEXT NOT NULL
);
CREATE INDEX recommendation_response_office_of ON recommendation_response_office (recommendation_id);

-- The twin: the rows as each version left them (core/history/twin.hpp).
CREATE TABLE recommendation_response_version (
    id TEXT NOT NULL,
    recommendation_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    asked_by TEXT,
    due TEXT NOT NULL,
    words TEXT NOT NULL,
    reminded INTEGER NOT NULL,
    reminded_on TEXT,
    answer TEXT,
    done TEXT NOT NULL,
    evidence TEXT NOT NULL,
    link TEXT NOT NULL,
    answered_on TEXT,
    answered_by TEXT,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    of_version INTEGER NOT NULL,
    true_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (id, of_version)
);
CREATE INDEX recommendation_response_version_of ON recommendation_response_version (recommendation_id);
