"""The command line."""

import argparse
import json
import os
import pathlib
import signal
import sys
import tempfile
from dataclasses import replace

from benchmark import applications, load, machine, measurements, servers, tables
from benchmark.measurements import Bench, Pace, say
from benchmark.processes import interrupt_on

ROOT = pathlib.Path(__file__).resolve().parents[3]
OTHERS = ("start", "connections", "memory")
MEASURED = (*applications.MEASURED, *OTHERS)


def main(arguments):
    """Returns the exit code: 0 measured, 1 a server failed, 2 cannot be measured here, 130 interrupted."""
    options = parse(arguments)
    if not load.available():
        print("serve: " + load.MISSING, file=sys.stderr)
        return 2
    interrupt_on(signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    with tempfile.TemporaryDirectory(prefix="vivarium-bench-") as work:
        os.chmod(work, 0o755)  # Apache's children are nobody, where root starts it
        try:
            return measure(options, pathlib.Path(work).resolve())
        except KeyboardInterrupt:
            print("serve: interrupted; every server was ended", file=sys.stderr)
            return 130


def within(name, options, measure, loads=True):
    """Calls ``measure(options, work)`` with a folder that goes afterwards, for programs that need nothing but a distribution.

    Returns its exit code; 2 where it cannot be measured here, 130 when it was interrupted. ``loads``: whether a load is made.
    """
    if not os.access(options.distribution / "bin" / "vivarium", os.X_OK):
        print("%s: there is no %s: ./run builds it" % (name, options.distribution), file=sys.stderr)
        return 2
    if loads and not load.available():
        print("%s: %s" % (name, load.MISSING), file=sys.stderr)
        return 2
    interrupt_on(signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    with tempfile.TemporaryDirectory(prefix="vivarium-bench-") as work:
        try:
            return measure(options, pathlib.Path(work).resolve())
        except KeyboardInterrupt:
            print("%s: interrupted; every process was ended" % name, file=sys.stderr)
            return 130


def parse(arguments):
    """The options, checked."""
    parser = argparse.ArgumentParser(
        prog="serve", description="Measures Vivarium's distribution beside the WSGI servers that this machine has.")
    parser.add_argument("distribution", nargs="?", type=pathlib.Path, default=ROOT / "app/target/vivarium",
                        help="the distribution's folder; default: app/target/vivarium")
    parser.add_argument("--only", type=names_of(MEASURED), default=list(MEASURED), metavar="NAMES",
                        help="what to measure, of: " + ",".join(MEASURED))
    parser.add_argument("--servers", type=names_of(servers.ALL), default=list(servers.ALL), metavar="NAMES",
                        help="which servers, of: " + ",".join(servers.ALL))
    parser.add_argument("--quick", action="store_true", help="short windows: to try it out, not for figures")
    parser.add_argument("--seconds", type=float, help="length of a measured window; default 10")
    parser.add_argument("--rounds", type=int, help="measured windows for each server; default 5")
    parser.add_argument("--warm-up", type=float, metavar="SECONDS", help="give up warming up after; default 180")
    parser.add_argument("--connections", type=int, default=10, help="of wrk; default 10")
    parser.add_argument("--threads", type=int, default=5, help="of each server; default 5")
    parser.add_argument("--packages", type=pathlib.Path, default=ROOT / "target/python-packages",
                        help="what sample-projects/fetch-packages made; default: target/python-packages")
    parser.add_argument("--python", default=default_python(), help="the peers' interpreter; default: %(default)s")
    parser.add_argument("--apache-root", type=pathlib.Path, default=pathlib.Path("/"), metavar="DIR",
                        help="where Apache's Debian packages were unpacked, if not installed")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="also write everything measured here")
    return parser.parse_args(arguments)


def names_of(known):
    """An option's type: some of the known names, separated by commas."""
    def names(text):
        unknown = set(text.split(",")) - set(known)
        if unknown:
            raise argparse.ArgumentTypeError("%s: choose from %s" % (", ".join(sorted(unknown)), ",".join(known)))
        return text.split(",")

    return names


def default_python():
    """The system's own interpreter, which it builds with every optimisation; others often are not."""
    return "/usr/bin/python3" if os.access("/usr/bin/python3", os.X_OK) else sys.executable


def pace(options):
    """The pace that was asked for."""
    chosen = {"seconds": options.seconds, "rounds": options.rounds, "longest_warm_up": options.warm_up}
    return replace(measurements.QUICK if options.quick else Pace(),
                   **{name: value for name, value in chosen.items() if value is not None})


def measure(options, work):
    """Measures and prints as it goes; a long run that is interrupted has shown what it had."""
    setting = servers.Setting(options.distribution.resolve(), options.packages.resolve(), options.python,
                              options.threads, work, options.apache_root.resolve())
    results = {"machine": machine.description(setting)}
    bench = Bench(setting, startable(setting, options.servers), pace(options), options.connections)
    if servers.VIVARIUM in bench.servers:
        results["machine"].append(machine.vivarium_version(servers.launcher(setting)))
    show("\n".join(results["machine"]))
    try:
        measure_all(bench, options, results)
    finally:
        if options.json:
            options.json.write_text(json.dumps(results, indent=2) + "\n")
    show(tables.promises(results))
    return 1 if '"failed":' in json.dumps(results) else 0


def startable(setting, names):
    """The servers that are there; a line for each that is not."""
    found = []
    for server in (servers.ALL[name] for name in names):
        reason = server.missing(setting)
        if reason:
            show("%s is left out: %s" % (server.name, reason))
        else:
            found.append(server)
    return found


def measure_all(bench, options, results):
    """One measurement after the other; each table is printed as soon as it is full."""
    for name in options.only:
        say("measuring %s", name)
        if name in applications.MEASURED:
            rows = measurements.throughput(bench, applications.MEASURED[name])
            results.setdefault("throughput", {})[name] = rows
            show(tables.throughput(name, rows))
        elif name == "start":
            results[name] = measurements.start_up(bench, ROOT / "sample-projects/guestbook")
            show(tables.start_up(results[name]))
        elif servers.VIVARIUM in bench.servers:
            take, write = {"connections": (measurements.crowd, tables.crowd),
                           "memory": (measurements.memory, tables.memory)}[name]
            results[name] = take(bench)
            show(write(results[name]))


def show(text):
    """A part of the result."""
    print(text + "\n", flush=True)
