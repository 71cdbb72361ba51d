-- Records what a writer is going to sweep, and until when it should have, or forgets it. Deletes first: a server that has
-- no memory left accepts the rest then.
-- KEYS sweeps   ARGV writer and sweep, ms or 0 to forget it   -> {1, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('HDEL', KEYS[1], ARGV[1])
if tonumber(ARGV[2]) > 0 then
  redis.call('HSET', KEYS[1], ARGV[1], now + ARGV[2])
end
return {1, now}
