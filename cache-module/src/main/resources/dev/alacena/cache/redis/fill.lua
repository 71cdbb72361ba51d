-- Stores a value if the lease is still the token's, stamped with the server's time at which it ends. Stores first: a
-- server that has no memory left refuses that, and nothing has happened.
-- KEYS entry, companion   ARGV lease field, token, ttl ms, bytes   -> {1 stored | 0 refused, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local lease = redis.call('HGET', KEYS[2], ARGV[1])
if not lease or string.match(lease, ':(.*)$') ~= ARGV[2] or tonumber(string.match(lease, '^%d+')) <= now then
  return {0, now}
end
redis.call('SET', KEYS[1], struct.pack('>I8', now + ARGV[3]) .. ARGV[4], 'PX', ARGV[3])
redis.call('HDEL', KEYS[2], ARGV[1])
return {1, now}
