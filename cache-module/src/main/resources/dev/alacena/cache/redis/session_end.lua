-- Forgets a session if it is this user's.
-- KEYS session   ARGV user   -> {1 forgotten | 0 not there or not this user's, now}
local t = redis.call('TIME')
local found = 0
if redis.call('HGET', KEYS[1], 'user') == ARGV[1] then
  found = redis.call('DEL', KEYS[1])
end
return {found, t[1] * 1000 + math.floor(t[2] / 1000)}
