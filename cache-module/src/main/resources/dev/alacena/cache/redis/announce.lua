-- Appends an invalidation to the stream, numbered so that a reader notices what it missed. Trims first: after a step
-- that writes without asking for memory, a server that has none left accepts the rest.
-- KEYS stream, head   ARGV server ms of the invalidation, epoch for a new stream, ms to keep messages, most messages,
-- kind, cache, text, fingerprint   -> {number, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('XTRIM', KEYS[1], 'MINID', '~', now - ARGV[3])
redis.call('HSETNX', KEYS[2], 'epoch', ARGV[2])
local number = redis.call('HINCRBY', KEYS[2], 'n', 1)
redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[4], '*',
  'n', number, 'at', ARGV[1], 'kind', ARGV[5], 'cache', ARGV[6], 'text', ARGV[7], 'fingerprint', ARGV[8])
return {number, now}
