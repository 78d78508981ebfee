-- What the next edition left behind is owed no more; an owner's page asks this of every action.
CREATE INDEX action_left_behind ON action (id) WHERE left_behind_why <> '';
