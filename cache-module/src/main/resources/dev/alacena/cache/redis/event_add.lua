-- Appends an event under the next number. Where there is none, what there was is lost: numbers go on with the server's time
-- in microseconds, which is above all that were given.
-- KEYS stream   ARGV most events, ms to keep them after the last, id, subject, type, data   -> {1, now}
local t = redis.call('TIME')
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local number = t[1] * 1000000 + t[2]
if newest then
  number = string.match(newest[1], '%d+') + 1
end
redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], string.format('%.0f-0', number),
  'id', ARGV[3], 'subject', ARGV[4], 'type', ARGV[5], 'data', ARGV[6])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {1, t[1] * 1000 + math.floor(t[2] / 1000)}
