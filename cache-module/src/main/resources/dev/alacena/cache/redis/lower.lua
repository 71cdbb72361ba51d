-- Takes a fence down, and what may have come in if it had expired. Grants its writer a lease if it stood, and alone.
-- KEYS entry, companion   ARGV fence field [, lease field, token, lease ms]   -> {1 granted | 0 not, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('DEL', KEYS[1])
local held = redis.call('HGETALL', KEYS[2])
local stood, others, contested = false, false, false
for i = 1, #held, 2 do
  local field, value = held[i], held[i + 1]
  if field == ARGV[1] then
    stood = tonumber(value) > now
  elseif field == 'contested' then
    contested = true
  elseif string.sub(field, 1, 2) == 'f:' and tonumber(value) > now then
    others = true
  else
    redis.call('HDEL', KEYS[2], field)
  end
end
redis.call('HDEL', KEYS[2], ARGV[1])
if not others then
  redis.call('DEL', KEYS[2])
end
if ARGV[2] and stood and not others and not contested then
  redis.call('HSET', KEYS[2], ARGV[2], (now + ARGV[4]) .. ':' .. ARGV[3])
  redis.call('PEXPIRE', KEYS[2], ARGV[4])
  return {1, now}
end
return {0, now}
