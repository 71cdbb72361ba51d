-- What is known against a token; complete only while the mark that this very server was given is there.
-- KEYS revocations   ARGV fields of its id, its session, its subject; '' for none
-- -> {1 complete | 0 not, now, 1 id or session are revoked | 0 not, latest iat of the subject's revoked tokens or -1}
local t = redis.call('TIME')
local identity = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
local found = redis.call('HMGET', KEYS[1], '!complete', ARGV[1], ARGV[2], ARGV[3])
local complete = found[1] and string.sub(found[1], 1, #identity) == identity
local latest = found[4] and string.match(found[4], ':(%-?%d+)$') or '-1'
return {complete and 1 or 0, t[1] * 1000 + math.floor(t[2] / 1000), (found[2] or found[3]) and 1 or 0, tonumber(latest)}
