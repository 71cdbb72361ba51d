-- Gives a lease back if it is still the token's.
-- KEYS companion   ARGV lease field, token   -> {1 given back | 0 not the token's, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local lease = redis.call('HGET', KEYS[1], ARGV[1])
if not lease or string.match(lease, '^%d+:%d+:(.*)$') ~= ARGV[2] then
  return {0, now}
end
redis.call('HDEL', KEYS[1], ARGV[1])
return {tonumber(string.match(lease, '^%d+')) > now and 1 or 0, now}
