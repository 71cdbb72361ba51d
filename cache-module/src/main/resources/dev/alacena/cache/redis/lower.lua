-- Takes a fence down, and what may have come in if it had expired, and remembers when. Grants its writer a lease if it
-- stood, and alone.
-- KEYS companion, entries...   ARGV ms to remember it, fence field [, lease field, token, lease ms]
-- A writer whose fence is gone already has met nobody: whoever stands there now has not met it.
-- -> {1 granted | 0 not, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('DEL', unpack(KEYS, 2))
local held = redis.call('HGETALL', KEYS[1])
local stood, others, contested = false, false, false
for i = 1, #held, 2 do
  local field, value = held[i], held[i + 1]
  if field == ARGV[2] then
    stood = tonumber(value) > now
  elseif field == 'contested' then
    contested = true
  elseif string.sub(field, 1, 2) == 'f:' and tonumber(value) > now then
    others = true
  else
    redis.call('HDEL', KEYS[1], field)
  end
end
redis.call('HDEL', KEYS[1], ARGV[2])
if not others then
  redis.call('HDEL', KEYS[1], 'contested')
elseif not stood then
  redis.call('HSET', KEYS[1], 'contested', '1')
end
redis.call('HSET', KEYS[1], 'i', now)
local life = math.max(tonumber(ARGV[1]), tonumber(ARGV[5] or '0'))
if not others or redis.call('PTTL', KEYS[1]) < life then
  redis.call('PEXPIRE', KEYS[1], life)
end
if ARGV[3] and stood and not others and not contested then
  redis.call('HSET', KEYS[1], ARGV[3], (now + ARGV[5]) .. ':' .. now .. ':' .. ARGV[4])
  return {1, now}
end
return {0, now}
