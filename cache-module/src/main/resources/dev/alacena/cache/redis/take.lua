-- Takes a value out in all its formats, voids all leases, remembers when, and grants a lease to a writer that brings
-- its own value, unless a fence stands.
-- KEYS companion, entries...   ARGV ms to remember it, lease field, token, lease ms   -> {1 granted | 0 fenced, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
redis.call('DEL', unpack(KEYS, 2))
local fenced = false
local held = redis.call('HGETALL', KEYS[1])
for i = 1, #held, 2 do
  local kind = string.sub(held[i], 1, 2)
  if kind == 'f:' and tonumber(held[i + 1]) > now then
    fenced = true
  elseif kind == 'l:' then
    redis.call('HDEL', KEYS[1], held[i])
  end
end
redis.call('HSET', KEYS[1], 'i', now)
if not fenced then
  redis.call('HSET', KEYS[1], ARGV[2], (now + ARGV[4]) .. ':' .. now .. ':' .. ARGV[3])
end
local life = math.max(tonumber(ARGV[1]), tonumber(ARGV[4]))
if redis.call('PTTL', KEYS[1]) < life then
  redis.call('PEXPIRE', KEYS[1], life)
end
return {fenced and 0 or 1, now}
