-- Agencies that were there before their references were: in the order in which they were first
-- named, by the year in which they were.
INSERT INTO reference (letter, year, number, kind, record_id)
SELECT 'M', CAST(substr(o.created_at, 1, 4) AS INTEGER),
       row_number() OVER (PARTITION BY substr(o.created_at, 1, 4) ORDER BY o.created_at, a.id), 'agency', a.id
FROM agency a JOIN owner o ON o.id = a.id;
INSERT INTO reference_counter (letter, year, last)
SELECT letter, year, max(number) FROM reference WHERE letter = 'M' GROUP BY letter, year;
