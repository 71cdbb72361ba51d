-- Stores a value whatever there is and voids all leases, unless a fence stands.
-- KEYS entry, companion   ARGV ttl ms, bytes   -> {1 stored | 0 fenced, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local held = redis.call('HGETALL', KEYS[2])
for i = 1, #held, 2 do
  if string.sub(held[i], 1, 2) == 'f:' and tonumber(held[i + 1]) > now then
    return {0, now}
  end
end
redis.call('DEL', KEYS[2])
redis.call('SET', KEYS[1], struct.pack('>I8', now + ARGV[1]) .. ARGV[2], 'PX', ARGV[1])
return {1, now}
