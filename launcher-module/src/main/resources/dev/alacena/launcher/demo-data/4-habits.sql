-- 8 categories, 5,000 habits, 5 for each user, and 300,000 records: of each habit two of three of the last 90 days.
INSERT INTO categories (id, name, color)
SELECT number, name, color
FROM unnest(ARRAY['Health', 'Learning', 'Home', 'Music', 'Nature', 'Sport', 'Work', 'Writing'],
            ARRAY['#2e7d32', '#1565c0', '#6d4c41', '#ad1457', '#558b2f', '#ef6c00', '#37474f', '#6a1b9a'])
     WITH ORDINALITY AS category (name, color, number);

INSERT INTO habits (id, user_id, name, category_id, target_per_week, active, created_at)
SELECT number,
       1 + (number - 1) / 5,
       (ARRAY['Walk', 'Read', 'Practise', 'Tidy up', 'Write'])[1 + (number - 1) % 5] || ' every day',
       1 + number % 8,
       1 + (hashint8extended(number, 40) & 1023) % 7,
       number % 20 <> 0,
       current_setting('demo.today')::timestamptz - INTERVAL '1 hour' * (2400 + number % 480)
FROM generate_series(1, 5000) number;

INSERT INTO habit_records (id, habit_id, date, value, note)
SELECT row_number() OVER (ORDER BY day, habit),
       habit,
       current_setting('demo.today')::date - day,
       CASE WHEN (hashint8extended(habit * 1000 + day, 41) & 15) = 0 THEN 0
            ELSE 1 + (hashint8extended(habit * 1000 + day, 42) & 31) END,
       ''
FROM generate_series(1, 90) day CROSS JOIN generate_series(1, 5000) habit
WHERE (day * 7 + habit) % 3 <> 0;

SELECT setval(pg_get_serial_sequence('categories', 'id'), 8);
SELECT setval(pg_get_serial_sequence('habits', 'id'), 5000);
SELECT setval(pg_get_serial_sequence('habit_records', 'id'), 300000);
