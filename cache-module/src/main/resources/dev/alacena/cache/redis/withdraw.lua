-- Takes failures back, and the delay that they brought.
-- KEYS failures   ARGV how many   -> {1 some are left | 0 none, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local failures = tonumber(redis.call('HGET', KEYS[1], 'failures') or 0) - ARGV[1]
if failures <= 0 then
  redis.call('DEL', KEYS[1])
  return {0, now}
end
redis.call('HSET', KEYS[1], 'failures', failures, 'until', 0)
return {1, now}
