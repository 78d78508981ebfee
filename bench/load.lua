-- For wrk: asks for the addresses in turn, so that no page is asked for twice in a row.
local addresses, headers, at = {}, {}, 0

function init()
  headers["Cookie"] = os.getenv("BENCH_COOKIE")
  for line in io.lines(os.getenv("BENCH_ADDRESSES")) do addresses[#addresses + 1] = line end
end

function request()
  at = at % #addresses + 1
  return wrk.format("GET", addresses[at], headers)
end
