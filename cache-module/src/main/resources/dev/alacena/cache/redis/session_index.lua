-- Lists a new session among those of its user until it has ended in any case; drops those that have. The oldest that are left
-- are answered where there are many, as they may have ended earlier.
-- KEYS index   ARGV now ms, end ms, handle, how many are many   -> {1, now, oldest handles...}
local t = redis.call('TIME')
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[3])
local left = ARGV[2] - ARGV[1]
if redis.call('PTTL', KEYS[1]) < left then
  redis.call('PEXPIRE', KEYS[1], left)
end
local oldest = {}
if redis.call('ZCARD', KEYS[1]) > tonumber(ARGV[4]) then
  oldest = redis.call('ZRANGE', KEYS[1], 0, ARGV[4] - 1)
end
return {1, t[1] * 1000 + math.floor(t[2] / 1000), unpack(oldest)}
