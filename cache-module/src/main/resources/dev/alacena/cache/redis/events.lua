-- The events from a number on.
-- KEYS stream   ARGV first id, most events   -> {1, now, id of the last event or '0-0', {{id, fields}...}}
local t = redis.call('TIME')
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
return {1, t[1] * 1000 + math.floor(t[2] / 1000), newest and newest[1] or '0-0',
  redis.call('XRANGE', KEYS[1], ARGV[1], '+', 'COUNT', ARGV[2])}
