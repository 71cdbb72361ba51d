-- Ends a rebuild: marks the revocations as complete, if nothing was lost since it began on this very server.
-- KEYS revocations   ARGV name of the rebuild   -> {1 complete | 0 something was lost, now}
local t = redis.call('TIME')
local identity = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
local mark = identity .. ':' .. ARGV[1]
local kept = redis.call('HDEL', KEYS[1], '!' .. mark)
if kept == 1 then
  redis.call('HSET', KEYS[1], '!complete', mark)
end
return {kept, t[1] * 1000 + math.floor(t[2] / 1000)}
