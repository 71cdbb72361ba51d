-- Takes a fence down, and what may have come in if it had expired. Stores a value if the fence stood, and alone.
-- KEYS entry, companion   ARGV fence field [, ttl ms, bytes]   -> {1 stored | 0 not stored, now}
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
if ARGV[3] and stood and not others and not contested then
  redis.call('SET', KEYS[1], struct.pack('>I8', now + ARGV[2]) .. ARGV[3], 'PX', ARGV[2])
  return {1, now}
end
return {0, now}
