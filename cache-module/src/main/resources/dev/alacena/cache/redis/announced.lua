-- A step and its announcement, as one.
-- KEYS those of the step, stream, head   ARGV how many keys and how many arguments the step has, its arguments,
-- arguments of the announcement but for the first, which is the time that the step answered   -> what the step answers
local function step(KEYS, ARGV)
--step--
end
local function announce(KEYS, ARGV)
--announce--
end
local function part(list, from, to)
  local some = {}
  for i = from, to do
    some[#some + 1] = list[i]
  end
  return some
end
local keys, arguments = tonumber(ARGV[1]), tonumber(ARGV[2])
local reply = step(part(KEYS, 1, keys), part(ARGV, 3, 2 + arguments))
announce(part(KEYS, keys + 1, #KEYS), {reply[2], unpack(ARGV, 3 + arguments)})
return reply
