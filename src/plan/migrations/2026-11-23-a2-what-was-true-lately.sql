-- Home as at a day tells what was true in the two weeks before: an index goes back from that day.
CREATE INDEX progress_true ON progress (true_from, at, id);
CREATE INDEX evidence_true ON evidence (true_from, at, id);
