-- How long a recommendation is kept once nothing more becomes of it.
INSERT INTO keep_rule (id, kind, words, months, clause, from_day, to_day, is_checked) VALUES
    ('recommendation-1', 'recommendation',
     'A recommendation, with its sources, evidence and answers: ten years after it came to its end, or was withdrawn', 120,
     'OpenMASA''s own default; UK GDPR article 5(1)(e) asks for a limit and names none', '2026-01-01', NULL, 0);
