-- Keeps a new session for as long as it lives if it is not touched.
-- KEYS session   ARGV ttl ms, {field, value}...   -> {1, now}
local t = redis.call('TIME')
redis.call('HSET', KEYS[1], unpack(ARGV, 2))
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return {1, t[1] * 1000 + math.floor(t[2] / 1000)}
