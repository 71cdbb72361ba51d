-- Asks for the lease of a key.
-- KEYS entry, companion   ARGV lease field, token, lease ms, SHA-1 of bytes that count as absent, or nothing
-- -> {1 granted | 2 filled | 3 held | 4 fenced, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local value = redis.call('GET', KEYS[1])
if value and not (ARGV[4] ~= '' and redis.sha1hex(string.sub(value, 9)) == ARGV[4]) then
  return {2, now}
end
local held = redis.call('HGETALL', KEYS[2])
for i = 1, #held, 2 do
  if string.sub(held[i], 1, 2) == 'f:' and tonumber(held[i + 1]) > now then
    return {4, now}
  end
end
local lease = redis.call('HGET', KEYS[2], ARGV[1])
if lease and tonumber(string.match(lease, '^%d+')) > now then
  return {3, now}
end
redis.call('HSET', KEYS[2], ARGV[1], (now + ARGV[3]) .. ':' .. ARGV[2])
if redis.call('PTTL', KEYS[2]) < tonumber(ARGV[3]) then
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
end
return {1, now}
