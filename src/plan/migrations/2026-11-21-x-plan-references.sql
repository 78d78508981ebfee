-- Plans and priorities that were there before their references were: in the order in which they were
-- made, by the year in which their plan was first saved.
INSERT INTO reference (letter, year, number, kind, record_id)
SELECT 'P', CAST(substr(p.created_at, 1, 4) AS INTEGER),
       row_number() OVER (PARTITION BY substr(p.created_at, 1, 4) ORDER BY p.created_at, p.id), 'plan', p.id
FROM plan p;
INSERT INTO reference (letter, year, number, kind, record_id)
SELECT 'R', CAST(substr(p.created_at, 1, 4) AS INTEGER),
       row_number() OVER (PARTITION BY substr(p.created_at, 1, 4)
                          ORDER BY p.created_at, p.id, s.position, s.id), 'section', s.id
FROM section s JOIN plan p ON p.id = s.plan_id;
INSERT INTO reference_counter (letter, year, last)
SELECT letter, year, max(number) FROM reference WHERE letter IN ('P', 'R') GROUP BY letter, year;
