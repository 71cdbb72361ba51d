-- Asks for the lease of a key.
-- KEYS companion, entry   ARGV lease field, token, lease ms, SHA-1 of the stored value that counts as absent or nothing, ms since
-- when the loader's view of the database may be
-- -> {1 granted | 2 filled | 3 held | 4 fenced | 5 outdated, now, 1 invalidated lately | 0 not}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local held = redis.call('HGETALL', KEYS[1])
local lease, fenced, invalidated = nil, false, nil
for i = 1, #held, 2 do
  local field, value = held[i], held[i + 1]
  if field == ARGV[1] then
    lease = value
  elseif string.sub(field, 1, 2) == 'f:' and tonumber(value) > now then
    fenced = true
  elseif field == 'i' or string.sub(field, 1, 2) == 'f:' then
    -- the writer of a fence that has expired may have committed until then
    invalidated = math.max(invalidated or 0, tonumber(value) or now)
  end
end
local lately = invalidated and 1 or 0
local value = redis.call('GET', KEYS[2])
if value and not (ARGV[4] ~= '' and redis.sha1hex(value) == ARGV[4]) then
  return {2, now, lately}
end
if fenced then
  return {4, now, lately}
end
if invalidated and tonumber(ARGV[5]) > 0 and invalidated >= now - ARGV[5] then
  return {5, now, lately}
end
if lease and tonumber(string.match(lease, '^%d+')) > now then
  return {3, now, lately}
end
redis.call('HSET', KEYS[1], ARGV[1], (now + ARGV[3]) .. ':' .. now .. ':' .. ARGV[2])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[3]) then
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
end
return {1, now, lately}
