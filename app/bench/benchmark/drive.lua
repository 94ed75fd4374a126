-- What wrk sends, and one line of JSON about what came of it.
-- wrk ... -s drive.lua URL -- BYTES: posts a body of so many bytes; 0 or nothing: gets.

function init(args)
    local size = tonumber(args[1]) or 0
    if size > 0 then
        wrk.method = "POST"
        wrk.body = string.rep("v", size)
        wrk.headers["Content-Type"] = "application/octet-stream"
    end
end

function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format(
        '{"requests": %d, "seconds": %.6f, "p50_ms": %.3f, "p99_ms": %.3f, "max_ms": %.3f, '
            .. '"socket_errors": %d, "timeouts": %d, "bad_status": %d}\n',
        summary.requests, summary.duration / 1e6,
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
        errors.connect + errors.read + errors.write, errors.timeout, errors.status))
end
