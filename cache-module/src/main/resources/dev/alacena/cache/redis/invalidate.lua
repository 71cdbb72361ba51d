-- Takes a value out and voids all leases; fences stay.
-- KEYS entry, companion   -> {1 there was a value | 0 there was none, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local existed = redis.call('DEL', KEYS[1])
local fields = redis.call('HKEYS', KEYS[2])
for _, field in ipairs(fields) do
  if string.sub(field, 1, 2) == 'l:' then
    redis.call('HDEL', KEYS[2], field)
  end
end
return {existed, now}
