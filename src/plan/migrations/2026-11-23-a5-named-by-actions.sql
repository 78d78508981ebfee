-- Who contributes to an action and what it waits for stand with it, ids with a space between. Here each that an
-- action ever named has a row, so that it is found from the other side without reading all actions; what holds
-- now, or held on a day, the action's own columns say.
CREATE TABLE action_named (
    action_id TEXT NOT NULL REFERENCES action (id),
    way TEXT NOT NULL CHECK (way IN ('contributor', 'awaited')),
    named_id TEXT NOT NULL,
    PRIMARY KEY (named_id, way, action_id)
);
CREATE INDEX action_named_action ON action_named (action_id);

INSERT INTO action_named (action_id, way, named_id)
WITH RECURSIVE part (action_id, named_id, rest) AS (
    SELECT id, substr(contributors, 1, 26), substr(contributors, 28) FROM action_version WHERE contributors <> ''
    UNION SELECT action_id, substr(rest, 1, 26), substr(rest, 28) FROM part WHERE rest <> '')
SELECT DISTINCT action_id, 'contributor', named_id FROM part;
INSERT INTO action_named (action_id, way, named_id)
WITH RECURSIVE part (action_id, named_id, rest) AS (
    SELECT id, substr(waits_for, 1, 26), substr(waits_for, 28) FROM action_version WHERE waits_for <> ''
    UNION SELECT action_id, substr(rest, 1, 26), substr(rest, 28) FROM part WHERE rest <> '')
SELECT DISTINCT action_id, 'awaited', named_id FROM part;

DROP INDEX action_contributed;
