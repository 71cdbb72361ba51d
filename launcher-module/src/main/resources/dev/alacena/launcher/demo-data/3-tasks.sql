-- 50,000 tasks, 50 for each user, of the last 200 days: the older, the likelier done.
INSERT INTO tasks (id, title, description, assignee_id, status, created_at, started_at, completed_at)
SELECT number,
       (ARRAY['Write ', 'Check ', 'Order ', 'Repair ', 'Plan '])[number % 5 + 1]
           || (ARRAY['the report', 'the list', 'the spare parts', 'the heating', 'the journey'])[number / 5 % 5 + 1],
       'Task ' || number || ' of the demo data.',
       1 + number % 1000,
       status,
       created,
       CASE WHEN status = 'IN_PROGRESS' OR (status = 'DONE' AND number % 11 <> 0)
            THEN created + INTERVAL '1 hour' * (1 + number % 7) END,
       CASE WHEN status = 'DONE'
            THEN created + INTERVAL '1 hour' * (8 + (hashint8extended(number, 31) & 31)) END
FROM (
    SELECT number,
           current_setting('demo.today')::timestamptz - (50001 - number) * INTERVAL '5 minutes 45 seconds' AS created,
           CASE WHEN number > 49000
                THEN (ARRAY['PENDING', 'PENDING', 'IN_PROGRESS', 'CANCELLED'])[1 + (hashint8extended(number, 30) & 3)]
                ELSE (ARRAY['DONE', 'DONE', 'DONE', 'DONE', 'DONE', 'IN_PROGRESS', 'CANCELLED', 'PENDING'])
                     [1 + (hashint8extended(number, 30) & 7)]
           END AS status
    FROM generate_series(1, 50000) number
) task;

SELECT setval(pg_get_serial_sequence('tasks', 'id'), 50000);
