"""The debugger: what a breakpoint costs that is not hit, how soon a hit and a step are shown, how fast a false condition is."""

import argparse
import http.client
import json
import pathlib
import shutil
import statistics
import time
from dataclasses import dataclass, replace

from benchmark import applications, machine, measurements, servers, window
from benchmark.applications import Application
from benchmark.command import ROOT, default_python, show, within
from benchmark.measurements import Bench, Pace, say
from benchmark.servers import Server
from benchmark.tables import figure, table

PEER = pathlib.Path(__file__).with_name("debugged.py")
KEPT = 0.95
HIT_MS = 100
STEP_MS = 50
CONDITIONS = 10_000
MANY_MODULES = """
import asyncio, ctypes, decimal, difflib, doctest, email.mime.multipart, fractions, html.parser, http.cookiejar, imaplib
import logging.config, logging.handlers, mailbox, multiprocessing.pool, optparse, pickletools, plistlib, poplib, pprint
import sched, shelve, smtplib, sqlite3, statistics, sys, tarfile, unittest.mock, urllib.request, wsgiref.simple_server
import xml.dom.minidom, xml.etree.ElementTree, xmlrpc.server, zipfile
assert len(sys.modules) >= 300, "only %d modules" % len(sys.modules)
"""
PLAIN, BROKEN = "vivarium", "vivarium, breakpoint"
PEERS = {"plain": "cpython", "bdb": "cpython, bdb breakpoint", "settrace": "cpython, sys.settrace"}


@dataclass(frozen=True)
class Debugged:
    """An application, and the breakpoint in it that nothing hits: a file and the text that marks the line."""

    application: Application
    file: str
    marker: str
    least_warm_up: float = 60

    @property
    def line(self):
        """The line with the marker, from 1."""
        return line_of(self.application.folder / self.file, self.marker)


def line_of(path, marker):
    """Where the marker is, from 1."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.rstrip().endswith(marker))


def main(arguments):
    """Returns the exit code: 0 measured, 1 a server failed, 2 cannot be measured here, 130 interrupted."""
    options = parse(arguments)
    return within("debug", options, measure)


def parse(arguments):
    """The options, checked."""
    parser = argparse.ArgumentParser(prog="debug", description="Measures Vivarium's debugger beside CPython's.")
    parser.add_argument("distribution", nargs="?", type=pathlib.Path, default=ROOT / "app/target/vivarium",
                        help="the distribution's folder; default: app/target/vivarium")
    parser.add_argument("--only", nargs="+", choices=("hello", "flask-notes", "conditions", "window"),
                        default=("hello", "flask-notes", "conditions", "window"), help="what to measure; default: all")
    parser.add_argument("--seconds", type=int, default=10, help="length of a measured window; default %(default)s")
    parser.add_argument("--rounds", type=int, default=5, help="measured windows for each server; default %(default)s")
    parser.add_argument("--warm-up", type=float, default=300, metavar="SECONDS",
                        help="give up warming up a server after; default %(default)s")
    parser.add_argument("--hits", type=int, default=50, help="breakpoint hits in the window; default %(default)s")
    parser.add_argument("--packages", type=pathlib.Path, default=ROOT / "target/python-packages",
                        help="what sample-projects/fetch-packages made; default: target/python-packages")
    parser.add_argument("--python", default=default_python(), help="the peers' interpreter; default: %(default)s")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="also write everything measured here")
    return parser.parse_args(arguments)


def measure(options, work):
    """One measurement after the other; each table is printed as soon as it is full."""
    setting = servers.Setting(options.distribution.resolve(), options.packages.resolve(), options.python, 5, work)
    results = {"machine": [*machine.description(setting, ("waitress", "flask")),
                           machine.vivarium_version(servers.launcher(setting))]}
    show("\n".join(results["machine"]))
    pace = replace(Pace(), seconds=options.seconds, rounds=options.rounds, longest_warm_up=options.warm_up)
    for name in options.only:
        say("measuring %s", name)
        if name == "conditions":
            results[name] = conditions(setting, options.rounds)
            show(conditions_table(results[name]))
        elif name == "window":
            results[name] = stops(setting, options.hits)
            show(stops_table(results[name]))
        else:
            what = debugged(name, work)
            rows = throughput(setting, replace(pace, least_warm_up=min(what.least_warm_up, options.warm_up)), what)
            results.setdefault("throughput", {})[name] = rows
            show(throughput_table(name, rows))
    show(promises(results))
    if options.json:
        options.json.write_text(json.dumps(results, indent=2, default=vars) + "\n")
    return 1 if '"failed":' in json.dumps(results, default=vars) else 0


def debugged(name, work):
    """A copy of the application with that name, since Vivarium keeps breakpoints with a project."""
    folder = work / name
    if name == "hello":
        folder.mkdir()
        shutil.copy(applications.FOLDER / "debugged.py", folder)
        return Debugged(Application(name, folder, "debugged:application", answer=applications.HELLO), "debugged.py", "# @unhit")
    shutil.copytree(ROOT / "sample-projects" / name, folder,
                    ignore=shutil.ignore_patterns(".vivarium", "__pycache__", "instance"))
    # Its rate rises for four minutes on two cores, with windows in between that look as if it was done.
    return Debugged(Application(name, folder, "app:app"), "notes/pages.py", "# @new", least_warm_up=240)


def vivarium(name, *options):
    """Vivarium on a copy of the project that no other server has."""
    def command(setting, application, port):
        folder = setting.work / ("project-%d" % port)
        shutil.copytree(application.folder, folder)
        cache = setting.work / "cache"
        cache.mkdir(exist_ok=True)
        return [
            str(servers.launcher(setting)), str(folder), "--no-window", "--port", str(port), "--threads", str(setting.threads),
            "--application", application.module, "--python-path", str(setting.packages),
            "--session", str(servers.session_file(setting, port)), *options,
        ], {"XDG_CACHE_HOME": str(cache)}

    return Server(name, command, lambda setting: None, compiles=True)


def peer(way, file, line, condition=""):
    """waitress on CPython, with its way to watch for the breakpoint."""
    def command(setting, application, port):
        return [setting.python, str(PEER), way, application.module, str(port), str(application.folder / file), str(line),
                condition], {**setting.python_environment, "NOTES_DATABASE": str(setting.work / ("%d.db" % port))}

    return Server(PEERS[way], command, lambda setting: None)


def throughput(setting, pace, what):
    """All servers with and without the breakpoint, driven in turns; each row with its ratio to the same server without."""
    place = "%s:%d" % (what.file, what.line)
    each = [vivarium(PLAIN), vivarium(BROKEN, "--break", place), *(peer(way, what.file, what.line) for way in PEERS)]
    rows, _ = measurements.drive_all(Bench(setting, each, pace, 10), what.application)
    rows = measurements.summarised(rows)
    for name, row in rows.items():
        plain = PLAIN if name.startswith(PLAIN) else PEERS["plain"]
        if name != plain:
            row["to_plain"] = measurements.ratio(row, rows[plain])
    return rows


def throughput_table(name, rows):
    """With and without a breakpoint."""
    lines = [[server, figure(row.get("rate"), "%.0f"), figure(row.get("p50_ms")), figure(row.get("p99_ms"), "%.1f"),
              figure(row.get("to_plain")), str(row.get("errors", "-")), row.get("failed", "")]
             for server, row in rows.items()]
    return table([name + ", nothing hit", "requests/s", "p50 ms", "p99 ms", "x without breakpoint", "errors", ""], lines)


def conditions(setting, rounds):
    """How often a second a line is passed whose breakpoint has a false condition."""
    work = setting.work / "conditions"
    work.mkdir()
    what = debugged("hello", work)
    line = line_of(what.application.folder / what.file, "# @often")
    condition = "turn < 0"
    each = [vivarium(BROKEN, "--break", "%s:%d:%s" % (what.file, line, condition)),
            *(peer(way, what.file, line, condition) for way in PEERS if way != "plain")]
    rows = {}
    bench = Bench(setting, each, Pace(), 1)
    for server in each:
        rows[server.name] = row = {}
        with measurements.noting_failure(row, server), bench.running(server, what.application) as process:
            process.await_answer(what.application)
            row["rate"] = measurements.spread(false_hits(process.port, rounds))
    return rows


def false_hits(port, rounds, patience=60, turns=20_000):
    """Hits per second of some requests, after others for `patience` seconds."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        loop(port, turns)
    return [turns / loop(port, turns) for _ in range(rounds)]


def loop(port, turns):
    """Seconds that so many turns take."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    try:
        began = time.monotonic()
        connection.request("GET", "/count/%d" % turns)
        response = connection.getresponse()
        response.read()
        if response.status != 200:
            raise OSError("answered %d" % response.status)
        return time.monotonic() - began
    finally:
        connection.close()


def conditions_table(rows):
    """False conditions per second."""
    lines = [[name, figure(row.get("rate"), "%.0f"), row.get("failed", "")] for name, row in rows.items()]
    return table(["a false condition", "hits/s", ""], lines)


def stops(setting, hits):
    """From a request to what the window shows of it, and from a key to the marker in the next line."""
    project = setting.work / "stopped"
    project.mkdir()
    (project / "debugged.py").write_text((applications.FOLDER / "debugged.py").read_text() + MANY_MODULES)
    return window.program(setting, "DebugBenchmark.java", project, hits)


def stops_table(found):
    """Each measurement with its target."""
    lines = [[each.name, "%.1f" % each.p50, "%.1f" % each.p99, "%.1f" % each.worst, str(each.count)] for each in found]
    return table(["in the window, milliseconds", "p50", "p99", "worst", "count"], lines)


def promises(results):
    """What was promised, beside what came out."""
    lines = []
    for name, rows in results.get("throughput", {}).items():
        ratio = rows.get(BROKEN, {}).get("to_plain")
        if ratio:
            lines.append(["%s with a breakpoint that is not hit: at least %.2f x without" % (name, KEPT),
                          "%.2f x" % ratio["median"], window.kept(ratio["median"] >= KEPT)])
    rate = results.get("conditions", {}).get(BROKEN, {}).get("rate")
    if rate:
        lines.append(["hits of a false condition: at least %d a second" % CONDITIONS, "%.0f" % rate["median"],
                      window.kept(rate["median"] >= CONDITIONS)])
    for kind, words, most in (("hit", "from a request to the frames and variables of its stop", HIT_MS),
                              ("step", "from a key to the marker in the next line", STEP_MS)):
        times = [each.p50 for each in results.get("window", ()) if each.kind == kind]
        if times:
            middle = statistics.median(times)
            lines.append(["%s: median under %d ms" % (words, most), "%.1f ms" % middle, window.kept(middle < most)])
    return table(["promise", "measured", "kept"], lines)
