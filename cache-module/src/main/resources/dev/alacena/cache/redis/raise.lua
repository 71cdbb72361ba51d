-- Takes a value out in all its formats, voids all leases, remembers when, and puts a fence up, whose end is remembered too.
-- KEYS companion, entries...   ARGV ms to remember it, fence field, fence ms, 1 if its writer has raised it before
-- -> {1 there was a value | 0 there was none, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local existed = redis.call('DEL', unpack(KEYS, 2))
local held = redis.call('HGETALL', KEYS[1])
local stood, mine, contested = false, false, false
for i = 1, #held, 2 do
  local kind = string.sub(held[i], 1, 2)
  if kind == 'l:' or (kind == 'f:' and tonumber(held[i + 1]) <= now) then
    redis.call('HDEL', KEYS[1], held[i])
  elseif kind == 'f:' then
    stood = true
    mine = mine or held[i] == ARGV[2]
    contested = contested or held[i] ~= ARGV[2]
  end
end
if not stood then
  redis.call('HDEL', KEYS[1], 'contested')
end
redis.call('HSET', KEYS[1], 'i', now, ARGV[2], now + ARGV[3])
if contested or (ARGV[4] == '1' and not mine) then
  redis.call('HSET', KEYS[1], 'contested', '1')
end
local life = ARGV[1] + ARGV[3]
if redis.call('PTTL', KEYS[1]) < life then
  redis.call('PEXPIRE', KEYS[1], life)
end
return {math.min(existed, 1), now}
