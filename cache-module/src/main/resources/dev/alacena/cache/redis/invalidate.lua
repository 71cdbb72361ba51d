-- Takes a value out in all its formats, voids all leases, and remembers when; fences stay.
-- KEYS companion, entries...   ARGV ms to remember it   -> {1 there was a value | 0 there was none, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local existed = redis.call('DEL', unpack(KEYS, 2))
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if string.sub(field, 1, 2) == 'l:' then
    redis.call('HDEL', KEYS[1], field)
  end
end
redis.call('HSET', KEYS[1], 'i', now)
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
end
return {math.min(existed, 1), now}
