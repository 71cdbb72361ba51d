-- Stores a value if the lease is still the token's, stamped with the server's times at which it ends and at which its
-- load began. Stores first: a server that has no memory left refuses that, and nothing has happened.
-- KEYS companion, entry   ARGV lease field, token, ttl ms, bytes   -> {1 stored | 0 refused, now}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local lease = redis.call('HGET', KEYS[1], ARGV[1])
if not lease then
  return {0, now}
end
local ends, born, token = string.match(lease, '^(%d+):(%d+):(.*)$')
if token ~= ARGV[2] or tonumber(ends) <= now then
  return {0, now}
end
redis.call('SET', KEYS[2], struct.pack('>I8I8', now + ARGV[3], tonumber(born)) .. ARGV[4], 'PX', ARGV[3])
redis.call('HDEL', KEYS[1], ARGV[1])
return {1, now}
