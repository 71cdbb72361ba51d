-- 20,000 posts of the last 365 days and 60,000 comments; a few users write most of them.
-- hashint8extended is a fixed function of the number and the seed: nothing here is left to chance.
INSERT INTO posts (id, author_id, title, content, created_at, updated_at)
SELECT number,
       author,
       (ARRAY['Notes on ', 'Questions about ', 'A week of ', 'First steps in ', 'The end of '])[number % 5 + 1]
           || (ARRAY['caching', 'running', 'bread', 'gardens', 'maps', 'choirs', 'bicycles', 'lakes'])[number % 8 + 1]
           || ', part ' || number,
       repeat('What I found in part ' || number || ' is easier to show than to tell. ',
              1 + (hashint8extended(number, 11) & 15)::int),
       written,
       written
FROM (
    SELECT number,
           1 + floor(1000 * power((hashint8extended(number, 10) & 1048575) / 1048576.0, 2))::bigint AS author,
           current_setting('demo.today')::timestamptz - (20001 - number) * INTERVAL '26 minutes' AS written
    FROM generate_series(1, 20000) number
) post;

INSERT INTO comments (id, post_id, author_id, content, created_at)
SELECT number,
       post.id,
       1 + floor(1000 * power((hashint8extended(number, 21) & 1048575) / 1048576.0, 2))::bigint,
       (ARRAY['Thank you.', 'I see it otherwise.', 'Where is the next part?', 'This helped me.'])[number % 4 + 1],
       post.created_at + (current_setting('demo.today')::timestamptz - post.created_at)
           * ((hashint8extended(number, 22) & 1048575) / 1048576.0)
FROM generate_series(1, 60000) number
JOIN posts post ON post.id = 1 + (hashint8extended(number, 20) & 1048575) % 20000;

SELECT setval(pg_get_serial_sequence('posts', 'id'), 20000);
SELECT setval(pg_get_serial_sequence('comments', 'id'), 60000);
