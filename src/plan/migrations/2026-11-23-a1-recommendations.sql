-- The composite action plan: a recommendation, from whichever source, and where it stands. `actions`
-- are the plan's actions by which it is carried out, `expected` the owners that are to respond: ids
-- with a space between. One that says much the same as another stands with it (`joined_to_id`) and
-- keeps its own sources and state, so that it can be parted again.
CREATE TABLE recommendation (
    id TEXT PRIMARY KEY,
    reference TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'not_accepted', 'in_progress', 'actions_complete',
                                         'impact_tested', 'embedded', 'superseded', 'closed')),
    since TEXT NOT NULL,
    home TEXT CHECK (home IN ('priority', 'sector', 'other')),
    priority_id TEXT REFERENCES section (id),
    home_words TEXT NOT NULL,
    kind TEXT CHECK (kind IN ('leadership', 'workforce', 'tools', 'communications')),
    tags TEXT NOT NULL,
    owner_id TEXT REFERENCES owner (id),
    lead_id TEXT REFERENCES person (id),
    due_words TEXT NOT NULL,
    due TEXT,
    expected TEXT NOT NULL,
    actions TEXT NOT NULL,
    joined_to_id TEXT REFERENCES recommendation (id),
    joined_on TEXT,
    joined_why TEXT NOT NULL,
    joined_likeness INTEGER NOT NULL CHECK (joined_likeness BETWEEN 0 AND 100),
    superseded_by_id TEXT REFERENCES recommendation (id),
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((joined_to_id IS NULL) = (joined_on IS NULL)),
    CHECK (joined_to_id <> id),
    CHECK (superseded_by_id <> id),
    CHECK (priority_id IS NULL OR home = 'priority')
);
CREATE INDEX recommendation_state ON recommendation (state, id);
CREATE INDEX recommendation_owner ON recommendation (owner_id, state);
CREATE INDEX recommendation_lead ON recommendation (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX recommendation_priority ON recommendation (priority_id, state);
CREATE INDEX recommendation_joined ON recommendation (joined_to_id) WHERE joined_to_id IS NOT NULL;
CREATE INDEX recommendation_superseded ON recommendation (superseded_by_id) WHERE superseded_by_id IS NOT NULL;

-- Where it was recommended: the words as they were published.
CREATE TABLE recommendation_source (
    id TEXT PRIMARY KEY,
    recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
    kind TEXT NOT NULL CHECK (kind IN ('practice_review', 'rapid_review', 'audit', 'section_11', 'scrutiny', 'inspection',
                                       'national_review', 'other_area_review', 'domestic_abuse_review', 'adult_review',
                                       'child_death_panel', 'other')),
    document TEXT NOT NULL CHECK (document <> ''),
    dated TEXT,
    paragraph TEXT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    proposed_lead TEXT NOT NULL
);
CREATE INDEX recommendation_source_of ON recommendation_source (recommendation_id, id);

-- What shows that it was done, and what shows that something changed.
CREATE TABLE recommendation_evidence (
    id TEXT PRIMARY KEY,
    recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
    shows TEXT NOT NULL CHECK (shows IN ('completion', 'impact')),
    kind TEXT NOT NULL CHECK (kind IN ('document', 'audit_question', 'indicator', 'survey', 'observation', 'case_example')),
    words TEXT NOT NULL CHECK (words <> ''),
    link TEXT NOT NULL,
    on_day TEXT NOT NULL
);
CREATE INDEX recommendation_evidence_of ON recommendation_evidence (recommendation_id, id);

-- In their order: from which state to which, on which day, decided or judged by whom, and why.
CREATE TABLE recommendation_move (
    id TEXT PRIMARY KEY,
    recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
    number INTEGER NOT NULL CHECK (number > 0),
    move TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    on_day TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (recommendation_id, number)
);

-- Every action that was ever linked, for finding recommendations from an action; which are linked
-- now, or were on a day, the recommendation's own column says.
CREATE TABLE recommendation_action (
    recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
    action_id TEXT NOT NULL REFERENCES action (id),
    PRIMARY KEY (recommendation_id, action_id)
);
CREATE INDEX recommendation_action_action ON recommendation_action (action_id);

-- The twins: the rows as each version left them (core/history/twin.hpp).
CREATE TABLE recommendation_version (
    id TEXT NOT NULL,
    reference TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    since TEXT NOT NULL,
    home TEXT,
    priority_id TEXT,
    home_words TEXT NOT NULL,
    kind TEXT,
    tags TEXT NOT NULL,
    owner_id TEXT,
    lead_id TEXT,
    due_words TEXT NOT NULL,
    due TEXT,
    expected TEXT NOT NULL,
    actions TEXT NOT NULL,
    joined_to_id TEXT,
    joined_on TEXT,
    joined_why TEXT NOT NULL,
    joined_likeness INTEGER NOT NULL,
    superseded_by_id TEXT,
    withdrawn_at TEXT,
    withdrawn_why TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    of_version INTEGER NOT NULL,
    true_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (id, of_version)
);
CREATE INDEX recommendation_version_known ON recommendation_version (id, of_version, true_from, recorded_at);

CREATE TABLE recommendation_source_version (
    id TEXT NOT NULL,
    recommendation_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    document TEXT NOT NULL,
    dated TEXT,
    paragraph TEXT NOT NULL,
    words TEXT NOT NULL,
    proposed_lead TEXT NOT NULL,
    of_version INTEGER NOT NULL,
    true_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (recommendation_id, of_version, id)
);

CREATE TABLE recommendation_evidence_version (
    id TEXT NOT NULL,
    recommendation_id TEXT NOT NULL,
    shows TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    link TEXT NOT NULL,
    on_day TEXT NOT NULL,
    of_version INTEGER NOT NULL,
    true_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (recommendation_id, of_version, id)
);

CREATE TABLE recommendation_move_version (
    id TEXT NOT NULL,
    recommendation_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    move TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    on_day TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    words TEXT NOT NULL,
    of_version INTEGER NOT NULL,
    true_from TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (recommendation_id, of_version, id)
);
