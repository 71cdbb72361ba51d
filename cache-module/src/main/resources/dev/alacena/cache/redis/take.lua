-- Takes a value out, voids all leases and grants one to a writer that brings its own value, unless a fence stands.
-- KEYS entry, companion   ARGV lease field, token, lease ms   -> {1 granted | 0 fenced, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('DEL', KEYS[1])
local held = redis.call('HGETALL', KEYS[2])
for i = 1, #held, 2 do
  if string.sub(held[i], 1, 2) == 'f:' and tonumber(held[i + 1]) > now then
    return {0, now}
  end
end
redis.call('DEL', KEYS[2])
redis.call('HSET', KEYS[2], ARGV[1], (now + ARGV[3]) .. ':' .. ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return {1, now}
