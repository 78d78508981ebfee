-- Actions that were there before references were: in the order in which they were made, by the year
-- in which their plan was first saved.
INSERT INTO reference (letter, year, number, kind, record_id)
SELECT 'A', CAST(substr(p.created_at, 1, 4) AS INTEGER),
       row_number() OVER (PARTITION BY substr(p.created_at, 1, 4) ORDER BY a.id), 'action', a.id
FROM action a JOIN plan p ON p.id = a.plan_id;
INSERT INTO reference_counter (letter, year, last)
SELECT letter, year, max(number) FROM reference GROUP BY letter, year;
