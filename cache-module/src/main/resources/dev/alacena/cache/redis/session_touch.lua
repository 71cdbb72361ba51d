-- Notes that a living session is in use, unless that was noted within the interval.
-- KEYS session   ARGV now ms, idle ms, longest ms, interval ms   -> {1 there is one | 0 there is none, now}
local t = redis.call('TIME')
local answered = t[1] * 1000 + math.floor(t[2] / 1000)
local row = redis.call('HMGET', KEYS[1], 'created', 'seen')
local created, seen, now = tonumber(row[1] or nil), tonumber(row[2] or nil), tonumber(ARGV[1])
if not created or not seen then
  return {0, answered}
end
local last = created + ARGV[3]
if now >= seen + ARGV[2] or now >= last then
  return {0, answered}
end
if now >= seen + ARGV[4] then
  redis.call('HSET', KEYS[1], 'seen', ARGV[1])
  redis.call('PEXPIRE', KEYS[1], math.min(tonumber(ARGV[2]), last - now))
end
return {1, answered}
