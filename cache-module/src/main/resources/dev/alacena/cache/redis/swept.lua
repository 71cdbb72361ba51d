-- Remembers when a cache was swept. Deletes first: a server that has no memory left accepts the rest then.
-- KEYS times   ARGV cache, ms to remember it   -> {1, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HSET', KEYS[1], ARGV[1], now)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {1, now}
