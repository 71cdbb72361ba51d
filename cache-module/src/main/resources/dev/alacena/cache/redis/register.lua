-- Says which formats are in use, so that an invalidation reaches the entries of all of them.
-- KEYS head, formats   ARGV ms to keep a format, formats of this node...
-- -> {version of the formats, now, {format, 'end:since'...}}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
-- a write that needs no memory: a server that has none left accepts the rest then
redis.call('HDEL', KEYS[2], '')
local known = redis.call('HGETALL', KEYS[2])
local since = {}
for i = 1, #known, 2 do
  local ends, begun = string.match(known[i + 1], '^(%d+):(%d+)$')
  if tonumber(ends) <= now then
    redis.call('HDEL', KEYS[2], known[i])
  else
    since[known[i]] = begun
  end
end
local version = tonumber(redis.call('HGET', KEYS[1], 'formats') or '0')
for i = 2, #ARGV do
  if not since[ARGV[i]] then
    version = redis.call('HINCRBY', KEYS[1], 'formats', 1)
  end
  redis.call('HSET', KEYS[2], ARGV[i], (now + ARGV[1]) .. ':' .. (since[ARGV[i]] or now))
end
return {version, now, redis.call('HGETALL', KEYS[2])}
