-- Begins a rebuild: leaves a trace that is lost with anything else that is lost, and after an hour.
-- KEYS revocations   ARGV name of the rebuild   -> {1, now}
local t = redis.call('TIME')
local identity = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
-- a write that needs no memory: a server that has none left accepts the rest then
redis.call('HDEL', KEYS[1], '')
redis.call('HSET', KEYS[1], '!' .. identity .. ':' .. ARGV[1], (t[1] + 3600) .. ':0')
return {1, t[1] * 1000 + math.floor(t[2] / 1000)}
