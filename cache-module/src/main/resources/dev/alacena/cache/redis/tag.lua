-- The version of a tag, made if it is missing; it stays for the ttl at least. There is none behind a fence, nor for a
-- loader whose view of the database may be older than the tag's last invalidation.
-- KEYS companion, tag   ARGV new version, ttl ms, ms since when the loader's view may be   -> {version or '', now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local held = redis.call('HGETALL', KEYS[1])
for i = 1, #held, 2 do
  local fence = string.sub(held[i], 1, 2) == 'f:'
  if fence and tonumber(held[i + 1]) > now then
    return {'', now}
  end
  -- the writer of a fence that has expired may have committed until then
  if (fence or held[i] == 'i') and tonumber(ARGV[3]) > 0 and tonumber(held[i + 1]) >= now - ARGV[3] then
    return {'', now}
  end
end
local version = redis.call('GET', KEYS[2])
if not version then
  redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
  return {ARGV[1], now}
end
if redis.call('PTTL', KEYS[2]) < tonumber(ARGV[2]) then
  redis.call('PEXPIRE', KEYS[2], ARGV[2])
end
return {version, now}
