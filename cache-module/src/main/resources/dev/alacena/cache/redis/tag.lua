-- The version of a tag, made if it is missing; it stays for the ttl at least. Behind a fence there is none.
-- KEYS tag, companion   ARGV new version, ttl ms   -> {version or '', now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local held = redis.call('HGETALL', KEYS[2])
for i = 1, #held, 2 do
  if string.sub(held[i], 1, 2) == 'f:' and tonumber(held[i + 1]) > now then
    return {'', now}
  end
end
local version = redis.call('GET', KEYS[1])
if not version then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return {ARGV[1], now}
end
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return {version, now}
