-- Takes a value out, voids all leases and puts a fence up.
-- KEYS entry, companion   ARGV fence field, ttl ms   -> {1 there was a value | 0 there was none, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local existed = redis.call('DEL', KEYS[1])
local held = redis.call('HGETALL', KEYS[2])
local stood, contested = false, false
for i = 1, #held, 2 do
  local kind = string.sub(held[i], 1, 2)
  if kind == 'l:' or (kind == 'f:' and tonumber(held[i + 1]) <= now) then
    redis.call('HDEL', KEYS[2], held[i])
  elseif kind == 'f:' then
    stood = true
    contested = contested or held[i] ~= ARGV[1]
  end
end
if not stood then
  redis.call('HDEL', KEYS[2], 'contested')
end
redis.call('HSET', KEYS[2], ARGV[1], now + ARGV[2])
if contested then
  redis.call('HSET', KEYS[2], 'contested', '1')
end
if redis.call('PTTL', KEYS[2]) < tonumber(ARGV[2]) then
  redis.call('PEXPIRE', KEYS[2], ARGV[2])
end
return {existed, now}
