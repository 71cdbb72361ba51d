-- Whether one of these caches was swept since.
-- KEYS times   ARGV ms since when, caches...   -> {1 swept | 0 not, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
for _, at in ipairs(redis.call('HMGET', KEYS[1], unpack(ARGV, 2))) do
  if at and tonumber(at) >= now - ARGV[1] then
    return {1, now}
  end
end
return {0, now}
