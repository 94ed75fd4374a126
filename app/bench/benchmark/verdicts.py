"""What was promised, beside what was measured."""

from dataclasses import dataclass, replace

from benchmark import servers


@dataclass(frozen=True)
class Verdict:
    """One promise. `reached` is None where nothing was measured, or for too short a time to tell."""

    promise: str
    measured: str
    reached: bool = None


def verdicts(results):
    """All promises; those whose measurement was not asked for say so."""
    return [hello(results), capture(results), start_up(results), crowd(results), memory(results)]


def hello(results):
    """The server's own speed."""
    ratio = _median(results, "throughput", "hello", servers.VIVARIUM.name, "to_waitress")
    return _at_least("hello, capture on: at least 1.5 x waitress", ratio, 1.5)


def capture(results):
    """What watching costs; a recorder that leaves events out has it easy, so that does not count."""
    row = results.get("throughput", {}).get("hello", {}).get(servers.VIVARIUM.name, {})
    verdict = _at_least("hello, capture on: at least 0.75 x --no-capture", _median(row, "to_no_capture"), 0.75)
    lost = (row.get("recorded") or {}).get("events_lost", 0)
    if lost:
        return replace(verdict, measured="%s, %d events lost" % (verdict.measured, lost), reached=False)
    return verdict


def start_up(results):
    """What the AOT cache saves."""
    ratio = _median(results, "start", "vivarium (AOT cache, JIT)", "to_without_aot")
    promise = "start of guestbook: at most 0.5 x the time without AOT cache"
    if ratio is None:
        return Verdict(promise, "not measured")
    return Verdict(promise, "%.2f x" % ratio, ratio <= 0.5)


def crowd(results):
    """Many connections."""
    row = results.get("connections", {})
    promise = "200 connections for 60 s: no error"
    if "failed" in row:
        return Verdict(promise, row["failed"], False)
    if not row:
        return Verdict(promise, "not measured")
    measured = "%d errors in %d requests, %d s" % (row["errors"], row["requests"], row["seconds"])
    return Verdict(promise, measured, row["errors"] == 0 if row["errors"] or row["seconds"] > 59 else None)


def memory(results, tolerance=1.1):
    """Flat means: after a collection, at most a tenth more is left at the end than after the first quarter."""
    points = results.get("memory", {}).get("points", [])[1:]
    promise = "memory over 200,000 requests: at most 1.1 x from the first quarter to the last"
    if len(points) < 2 or not points[-1]["live_heap"] or not points[0]["live_heap"]:
        return Verdict(promise, "not measured")
    resident, heap = (points[-1][key] / points[0][key] for key in ("resident_after_gc", "live_heap"))
    flat = max(resident, heap) <= tolerance
    measured = "RSS %.2f x, heap %.2f x, %d requests" % (resident, heap, points[-1]["requests"])
    return Verdict(promise, measured, flat if points[-1]["requests"] >= 200_000 else None)


def _at_least(promise, value, least):
    if value is None:
        return Verdict(promise, "not measured")
    return Verdict(promise, "%.2f x" % value, value >= least)


def _median(results, *path):
    for key in path:
        results = (results or {}).get(key)
    return results["median"] if results else None
