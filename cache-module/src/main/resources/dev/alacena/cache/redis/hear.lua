-- What the stream tells after a position, and who tells it. A stream without its head is worth nothing.
-- Hands out, once in a while, the sweeps that others have recorded and not made.
-- KEYS stream, head, sweeps   ARGV epoch for a new stream, position or '', most messages, ms to make a sweep
-- -> {identity of the server, now, epoch, number of the last message, version of the formats, {{id, fields}...},
-- {writer and sweep...}}
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local head = redis.call('HMGET', KEYS[2], 'epoch', 'n', 'formats')
if not head[1] then
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[2], 'epoch', ARGV[1])
  head[1] = ARGV[1]
end
local messages
if ARGV[2] ~= '' then
  messages = redis.call('XRANGE', KEYS[1], '(' .. ARGV[2], '+', 'COUNT', ARGV[3])
else
  messages = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
end
local abandoned = {}
local sweeps = redis.call('HGETALL', KEYS[3])
for i = 1, #sweeps, 2 do
  if tonumber(sweeps[i + 1]) <= now then
    redis.call('HDEL', KEYS[3], sweeps[i])
    redis.call('HSET', KEYS[3], sweeps[i], now + ARGV[4])
    abandoned[#abandoned + 1] = sweeps[i]
  end
end
local identity = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
return {identity, now, head[1], tonumber(head[2] or '0'), tonumber(head[3] or '0'), messages, abandoned}
