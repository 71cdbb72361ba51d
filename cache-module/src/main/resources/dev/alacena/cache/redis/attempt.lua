-- Counts a failure in advance, unless a delay stands. One that is longer than any comes from a clock that was set back.
-- KEYS failures   ARGV free failures, ms of the first delay, ms of the longest, ms to remember
-- -> {1 counted | 0 a delay stands, now, failures that are still free, ms to wait}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local free, first, longest = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local held = redis.call('HMGET', KEYS[1], 'failures', 'until')
local left = tonumber(held[2] or 0) - now
if left > 0 and left <= longest then
  return {0, now, 0, left}
end
local failures = tonumber(held[1] or 0) + 1
local wait = 0
if failures > free then
  wait = math.min(first * 2 ^ math.min(failures - free - 1, 40), longest)
end
redis.call('HSET', KEYS[1], 'failures', failures, 'until', string.format('%.0f', now + wait))
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', math.max(tonumber(ARGV[4]), wait)))
return {1, now, math.max(0, free - failures), wait}
