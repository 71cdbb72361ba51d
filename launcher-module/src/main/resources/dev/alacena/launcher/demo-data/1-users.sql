-- 1,000 users: 40 first names by 25 last names.
-- example.org is reserved for documentation (RFC 2606): nobody gets mail.
WITH first_names AS (
    SELECT name, position FROM unnest(ARRAY[
        'Alba', 'Bruno', 'Carla', 'Diego', 'Elena', 'Fabio', 'Gloria', 'Hugo', 'Inés', 'Javier',
        'Karim', 'Laura', 'Mateo', 'Nuria', 'Oscar', 'Paula', 'Quirino', 'Rosa', 'Sergio', 'Teresa',
        'Ulises', 'Valeria', 'Walter', 'Ximena', 'Yago', 'Zoe', 'Amara', 'Björn', 'Chiara', 'Dmitri',
        'Emeka', 'Freya', 'Goran', 'Hana', 'Ivo', 'Jun', 'Kofi', 'Lin', 'Maja', 'Noor'
    ]) WITH ORDINALITY AS f (name, position)
), last_names AS (
    SELECT name, position FROM unnest(ARRAY[
        'Aguilar', 'Blanco', 'Castro', 'Díaz', 'Estrada', 'Fuentes', 'García', 'Herrera', 'Ibáñez', 'Jiménez',
        'Keller', 'López', 'Moreno', 'Navarro', 'Ortega', 'Prieto', 'Quiroga', 'Ramos', 'Serrano', 'Torres',
        'Urbina', 'Vargas', 'Novak', 'Okafor', 'Sato'
    ]) WITH ORDINALITY AS l (name, position)
), people AS (
    SELECT f.name || ' ' || l.name AS full_name,
           (l.position - 1) * 40 + f.position AS number
    FROM first_names f CROSS JOIN last_names l
)
INSERT INTO users (id, username, email, full_name, active, created_at, updated_at)
SELECT number,
       'user' || number,
       'user' || number || '@example.org',
       full_name,
       number % 50 <> 0,
       TIMESTAMPTZ '2026-01-01T08:00:00Z' + number * INTERVAL '1 hour',
       TIMESTAMPTZ '2026-01-01T08:00:00Z' + number * INTERVAL '1 hour'
FROM people
ORDER BY number;

SELECT setval(pg_get_serial_sequence('users', 'id'), 1000);
