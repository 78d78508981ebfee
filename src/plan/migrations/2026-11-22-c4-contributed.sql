-- What an owner contributes to is found among the actions that have contributors, without reading
-- the others (plan/duties).
CREATE INDEX action_contributed ON action (id, contributors) WHERE contributors <> '';
