-- Walks through a list of "host path" lines, by turns as a browser that knows gzip and as one that knows Brotli.
-- Prints one line of JSON: latencies in microseconds.
local requests, place = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local host, path = line:match("^(%S+) (%S+)$")
    for _, coding in ipairs({ "gzip, deflate", "gzip, deflate, br" }) do
      local headers = { Host = host, ["Accept-Encoding"] = coding, ["Accept-Language"] = "id" }
      headers["Accept"] = "text/html,application/xhtml+xml"
      requests[#requests + 1] = wrk.format("GET", path, headers)
    end
  end
end

function request()
  place = place % #requests + 1
  return requests[place]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.6f, "p50": %.0f, "p95": %.0f, "p99": %.0f, "refused": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6,
    latency:percentile(50), latency:percentile(95), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
