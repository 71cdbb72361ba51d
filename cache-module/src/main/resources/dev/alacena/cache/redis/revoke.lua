-- Adds revocations; of what is known already the later moments stay. Takes a few of those out that were over two hours
-- ago, which is longer than any clock is wrong: each time some fields further.
-- KEYS revocations   ARGV (field, second until which it is remembered, latest iat)...   -> {1, now}
local t = redis.call('TIME')
local seconds = tonumber(t[1])
-- a write that needs no memory: a server that has none left accepts the rest then
redis.call('HDEL', KEYS[1], '')
local page = redis.call('HSCAN', KEYS[1], redis.call('HGET', KEYS[1], '!cursor') or '0', 'COUNT', 20)
for i = 1, #page[2], 2 do
  local ends = string.match(page[2][i + 1], '^(%d+):%-?%d+$')
  if ends and tonumber(ends) + 7200 < seconds then
    redis.call('HDEL', KEYS[1], page[2][i])
  end
end
redis.call('HSET', KEYS[1], '!cursor', page[1])
for i = 1, #ARGV, 3 do
  local ends, latest = tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2])
  local known = redis.call('HGET', KEYS[1], ARGV[i])
  if known then
    local e, l = string.match(known, '^(%d+):(%-?%d+)$')
    ends, latest = math.max(ends, tonumber(e or '0')), math.max(latest, tonumber(l or '-1'))
  end
  redis.call('HSET', KEYS[1], ARGV[i], string.format('%.0f:%.0f', ends, latest))
end
return {1, t[1] * 1000 + math.floor(t[2] / 1000)}
