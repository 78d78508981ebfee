-- The list of recommendations hands over a page in its own order.
CREATE INDEX recommendation_listed ON recommendation (since DESC, id) WHERE withdrawn_at IS NULL;
