"""Plain-text tables. A figure with a range is the median, with the smallest and the largest in brackets."""

from benchmark.verdicts import verdicts

ABSENT = "-"


def table(head, rows):
    """Columns as wide as they need to be; the first to the left, the others to the right."""
    cells = [head, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = ["  ".join(cell.ljust(width) if column == 0 else cell.rjust(width)
                       for column, (cell, width) in enumerate(zip(row, widths))).rstrip() for row in cells]
    return "\n".join([lines[0], "-" * (sum(widths) + 2 * len(widths) - 2), *lines[1:]])


def figure(values, form="%.2f"):
    """A median with its range."""
    if not values:
        return ABSENT
    middle, low, high = (form % values[key] for key in ("median", "min", "max"))
    return "%s [%s-%s]" % (middle, low, high) if values["count"] > 1 else middle


def megabytes(count):
    """Bytes, readable."""
    return ABSENT if count is None else "%d MB" % round(count / 1e6)


def throughput(name, rows):
    """One application, all servers."""
    head = [name, "requests/s", "p50 ms", "p99 ms", "x waitress", "x no capture", "errors", "warm-up s",
            "RSS started", "RSS loaded"]
    lines = [[server, *_throughput_cells(row)] for server, row in rows.items()]
    return table(head, lines) + _recorded(rows) + _failures(rows)


def _recorded(rows):
    return "".join(
        "\n{0} answered {answered} requests under load, recorded {exchanges} exchanges; left out: {events_lost} events,"
        " {body_bytes_left_out} bytes of bodies".format(name, answered=row["answered"], **row["recorded"])
        for name, row in rows.items() if row.get("recorded"))


def _throughput_cells(row):
    warm = row.get("warm_up")
    return [
        figure(row.get("rate"), "%.0f"), figure(row.get("p50_ms")), figure(row.get("p99_ms"), "%.1f"),
        figure(row.get("to_waitress")), figure(row.get("to_no_capture")), str(row.get("errors", ABSENT)),
        "%d%s" % (warm["seconds"], "" if warm["steady"] else "+") if warm else ABSENT,
        megabytes(row.get("memory_after_start")), megabytes(row.get("memory_after_load")),
    ]


def start_up(rows):
    """From start to the first answer."""
    head = ["guestbook, first answer after", "seconds", "x without AOT", "AOT in use", "RSS"]
    lines = [[server, figure(row["seconds"]), figure(row["to_without_aot"]), _aot(row["starts"]),
              megabytes(row["resident"] and row["resident"]["median"])] for server, row in rows.items()]
    return table(head, lines) + _failures(rows)


def _aot(starts):
    """As it was seen, whatever was asked for."""
    words = {True: "yes", False: "no", None: ABSENT}
    return "/".join(sorted({words[start["aot"]] for start in starts})) or ABSENT


def crowd(row):
    """Many connections at once."""
    if "failed" in row:
        return "vivarium failed: " + row["failed"]
    head = ["hello, %d connections" % row["connections"], "seconds", "requests", "requests/s", "p50 ms", "p99 ms",
            "errors", "RSS"]
    cells = ["%d" % row["seconds"], "%d" % row["requests"], "%d" % row["rate"], "%.1f" % row["p50_ms"],
             "%.1f" % row["p99_ms"], "%d" % row["errors"], megabytes(row["memory"])]
    return table(head, [["vivarium", *cells]])


def memory(result):
    """While requests add up."""
    columns = ("resident", "resident_after_gc", "live_heap")
    lines = [["%d" % point["requests"], *(megabytes(point[column]) for column in columns)]
             for point in result["points"]]
    head = ["hello, requests so far", "RSS", "RSS after GC", "live heap"]
    return table(head, lines) + _failures({"vivarium": result})


def promises(results):
    """What was promised, beside what came out."""
    words = {True: "yes", False: "NO", None: ABSENT}
    lines = [[verdict.promise, verdict.measured, words[verdict.reached]] for verdict in verdicts(results)]
    return table(["promise", "measured", "kept"], lines)


def _failures(rows):
    return "".join("\n%s failed: %s" % (name, row["failed"]) for name, row in rows.items() if "failed" in row)
