"""What is measured, and in which order. Every function returns plain dictionaries, ready for JSON."""

import contextlib
import shutil
import statistics
import sys
import time
from dataclasses import asdict, dataclass

from benchmark import applications, heap, load, servers, session
from benchmark.processes import ServerFailed

MILESTONES = (50_000, 100_000, 150_000, 200_000)


@dataclass(frozen=True)
class Pace:
    """How long everything takes."""

    seconds: float = 10
    rounds: int = 5
    warm_up_window: float = 5
    least_warm_up: float = 60
    longest_warm_up: float = 180
    starts: int = 5
    crowd_seconds: float = 60
    milestones: tuple = MILESTONES
    pause: float = 1


QUICK = Pace(seconds=2, rounds=2, warm_up_window=2, least_warm_up=0, longest_warm_up=12, starts=1, crowd_seconds=5,
             milestones=tuple(milestone // 10 for milestone in MILESTONES), pause=0.2)


@dataclass(frozen=True)
class Bench:
    """One run of the benchmark: the servers that can be started here, and how long to look at each."""

    setting: servers.Setting
    servers: list
    pace: Pace
    connections: int

    @contextlib.contextmanager
    def running(self, server, application):
        """A started server, ended whatever happens."""
        process = server.start(self.setting, application)
        try:
            yield process
        finally:
            process.end()

    def drive(self, process, application, seconds, connections=None):
        """One window of load."""
        return load.drive(process.url, application.posted, seconds, connections or self.connections)

    def warm_up(self, server, process, application):
        """Load until the rate stops rising. While a compiler has much to do the rate can stand still before it jumps,
        so a server with one is not believed to be warm before some time."""
        return load.warm_up(lambda seconds: self.drive(process, application, seconds), self.pace.warm_up_window,
                            self.pace.least_warm_up if server.compiles else 0, self.pace.longest_warm_up)


def say(text, *arguments):
    """Progress, for whoever waits."""
    print(time.strftime("%H:%M:%S ") + text % arguments, file=sys.stderr, flush=True)


def spread(values):
    """Smallest, middle and largest of what was seen; all of it is needed to know how much a figure is worth."""
    values = list(values)
    if not values:
        return None
    return {"min": min(values), "median": statistics.median(values), "max": max(values), "count": len(values)}


def throughput(bench, application):
    """All servers on one application, and what Vivarium recorded of it, which is complete once it has ended."""
    rows, ports = drive_all(bench, application)
    for row in rows.values():
        row["answered"] = sum(row.get("warm_up", {}).get("requests", [])) + sum(
            window["requests"] for window in row.get("windows", []))
    if servers.VIVARIUM.name in ports:
        file = servers.session_file(bench.setting, ports[servers.VIVARIUM.name])
        rows[servers.VIVARIUM.name]["recorded"] = session.recorded(file)
        file.unlink(missing_ok=True)
    return summarised(rows)


def drive_all(bench, application):
    """Every server's row, and the ports of those that started.

    They run at the same time, idle but for the one that is driven, so that the rounds can go from server to server
    (and back in the next round) without anyone getting cold: what slows the machine down for a while slows all of them.
    """
    with contextlib.ExitStack() as stack:
        rows, ports, ready = {}, {}, []
        for server in bench.servers:
            rows[server.name] = row = {}
            with noting_failure(row, server):
                process = stack.enter_context(bench.running(server, application))
                ports[server.name] = process.port
                row["start_seconds"] = process.await_answer(application)
                row["memory_after_start"] = process.resident()
                ready.append((server, process))
        for server, process in list(ready):
            with noting_failure(rows[server.name], server, ready):
                warm = bench.warm_up(server, process, application)
                rows[server.name].update(warm_up=asdict(warm), windows=[])
                say("%s, %s: warm after %d s, %d/s%s", application.name, server.name, warm.seconds, warm.rates[-1],
                    "" if warm.steady else " and still rising")
        for number in range(bench.pace.rounds):
            for server, process in list(ready if number % 2 == 0 else reversed(ready)):
                time.sleep(bench.pace.pause)
                with noting_failure(rows[server.name], server, ready):
                    window = bench.drive(process, application, bench.pace.seconds)
                    rows[server.name]["windows"].append(window.as_row())
        for server, process in list(ready):
            with noting_failure(rows[server.name], server, ready):
                process.check(application)
                rows[server.name]["memory_after_load"] = process.resident()
        return rows, ports


@contextlib.contextmanager
def noting_failure(row, server, ready=None):
    """A server that fails gets its reason into the table and takes no further part; the others go on."""
    try:
        yield
    except (ServerFailed, OSError) as error:
        say("%s failed: %s", server.name, error)
        row["failed"] = str(error)
        if ready is not None:
            ready[:] = [entry for entry in ready if entry[0] is not server]


def summarised(rows):
    """Adds to each server's row what its windows come to, and its ratio to the others in the same rounds."""
    for row in rows.values():
        windows = row.get("windows")
        if windows:
            row["rate"] = spread(window["rate"] for window in windows)
            row["p50_ms"] = spread(window["p50_ms"] for window in windows)
            row["p99_ms"] = spread(window["p99_ms"] for window in windows)
            row["errors"] = sum(window["errors"] for window in windows)
            row["to_waitress"] = ratio(row, rows.get(servers.WAITRESS.name))
    if servers.VIVARIUM.name in rows:
        row = rows[servers.VIVARIUM.name]
        row["to_no_capture"] = ratio(row, rows.get(servers.NO_CAPTURE.name))
    return rows


def ratio(row, other):
    """How many times as fast as the other, round by round."""
    if not row.get("windows") or not other or not other.get("windows"):
        return None
    pairs = zip(row["windows"], other["windows"])
    return spread(mine["rate"] / theirs["rate"] for mine, theirs in pairs if theirs["rate"])


def start_up(bench, guestbook_source):
    """Time from the start to the first answer of the guestbook, and memory then. Each server starts once beforehand,
    uncounted, so that compiled Python modules and the disk's cache are as on the second day."""
    folder = bench.setting.work / "guestbook"
    shutil.copytree(guestbook_source, folder, ignore=shutil.ignore_patterns("data", ".vivarium", "__pycache__"))
    folder.chmod(0o777)  # Apache's children are nobody, where root starts it
    application = applications.guestbook(folder)
    rows = {}
    variants = [variant for server in bench.servers if server != servers.NO_CAPTURE
                for variant in servers.start_variants(server)]
    for number in range(1 + bench.pace.starts):
        for variant in variants if number % 2 == 0 else reversed(variants):
            row = rows.setdefault(variant.name, {"starts": []})
            shutil.rmtree(folder / "data", ignore_errors=True)
            with noting_failure(row, variant), bench.running(variant, application) as process:
                seconds = process.await_answer(application)
                if number:
                    row["starts"].append({"round": number, "seconds": seconds, "resident": process.resident(),
                                          "aot": servers.uses_aot_cache(variant, bench.setting, process)})
                say("start %d, %s: %.2f s", number, variant.name, seconds)
    for name, row in rows.items():
        row["seconds"] = spread(start["seconds"] for start in row["starts"])
        row["resident"] = spread(start["resident"] for start in row["starts"])
        row["to_without_aot"] = start_ratio(row, rows.get(servers.WITHOUT_AOT.get(name)))
    return rows


def start_ratio(row, other):
    """How many times as long as the other, round by round."""
    theirs = {start["round"]: start["seconds"] for start in other["starts"]} if other else {}
    return spread(start["seconds"] / theirs[start["round"]] for start in row["starts"] if start["round"] in theirs)


def crowd(bench, connections=200):
    """Many connections at once, for a while: every request has to be answered."""
    application = applications.MEASURED["hello"]
    row = {"connections": connections}
    with noting_failure(row, servers.VIVARIUM), bench.running(servers.VIVARIUM, application) as process:
        process.await_answer(application)
        bench.warm_up(servers.VIVARIUM, process, application)
        window = bench.drive(process, application, bench.pace.crowd_seconds, connections)
        process.check(application)
        row.update(window.as_row(), memory=process.resident())
    return row


def memory(bench):
    """Resident memory and live heap while requests add up. How much garbage the heap holds at the moment depends on
    when it was last collected, so what has to stay flat is what is left after a collection."""
    application = applications.MEASURED["hello"]
    result = {"points": []}
    with noting_failure(result, servers.VIVARIUM), bench.running(servers.VIVARIUM, application) as process:
        process.await_answer(application)
        requests = 0
        for milestone in (0, *bench.pace.milestones):
            requests += requests_until(bench, process, application, milestone - requests)
            resident = process.resident()
            live = heap.live_bytes(bench.setting.distribution, process.process.pid)
            result["points"].append({"requests": requests, "resident": resident, "live_heap": live,
                                     "resident_after_gc": process.resident() if live else None})
            say("memory after %d requests: %d MB", requests, resident / 1e6)
    return result


def requests_until(bench, process, application, wanted):
    """Drives in short windows until at least so many requests were answered; returns how many."""
    done = 0
    while done < wanted:
        window = bench.drive(process, application, 2)
        if not window.requests:
            raise ServerFailed("answered nothing for %d s" % window.seconds)
        done += window.requests
    return done
