-- A page of the revocations.
-- KEYS revocations   ARGV cursor, how many fields, about
-- -> {1 complete | 0 not, now, mark, next cursor, {field, value...}}
local t = redis.call('TIME')
local identity = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
local mark = redis.call('HGET', KEYS[1], '!complete') or ''
local complete = string.sub(mark, 1, #identity) == identity
local page = redis.call('HSCAN', KEYS[1], ARGV[1], 'COUNT', ARGV[2])
return {complete and 1 or 0, t[1] * 1000 + math.floor(t[2] / 1000), mark, page[1], page[2]}
