"""Recording, finding in sessions, opening large ones, comparing large bodies: what the commands and the window do to files."""

import argparse
import json
import pathlib
import subprocess
from dataclasses import dataclass

from benchmark import machine, servers
from benchmark.command import ROOT, default_python, show, within
from benchmark.measurements import say
from benchmark.tables import table

PROGRAM = pathlib.Path(__file__).resolve().parent.parent / "find-program" / "FindBenchmark.java"
LARGE_BODY = 10_000

FILTER_MS = 200
OPEN_MS = 1_000
DIFF_MS = 500
INGEST = 5_000


@dataclass(frozen=True)
class Found:
    """What one measurement came to: milliseconds, unless its name says otherwise."""

    name: str
    median: float
    worst: float
    count: int


def main(arguments):
    """Returns the exit code: 0 measured, 2 cannot be measured here, 130 interrupted."""
    return within("find", parse(arguments), measure, loads=False)


def parse(arguments):
    """The options, checked."""
    parser = argparse.ArgumentParser(
        prog="find", description="Measures recording, filters, opening a session of 1 GB, and comparing bodies of 1 MB.")
    parser.add_argument("distribution", nargs="?", type=pathlib.Path, default=ROOT / "app/target/vivarium",
                        help="the distribution's folder; default: app/target/vivarium")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="also write everything measured here")
    return parser.parse_args(arguments)


def measure(options, work):
    """Runs the program in the distribution's own Java and prints what it found."""
    setting = servers.Setting(options.distribution.resolve(), ROOT / "target/python-packages", default_python(), 5, work)
    results = {"machine": [*machine.description(setting, ()), machine.vivarium_version(servers.launcher(setting))]}
    show("\n".join(results["machine"]))
    say("recording, then searching; some minutes, and 2 GB on the disk for a while")
    results["found"] = program(setting)
    show(found_table(results["found"]))
    show(promises(results["found"]))
    if options.json:
        options.json.write_text(json.dumps(results, indent=2, default=vars) + "\n")
    return 0


def program(setting):
    """Every line that the program prints."""
    home = setting.distribution
    command = [str(home / "runtime/bin/java"), "@%s" % (home / "lib/java.options"), "-cp", str(home / "lib/vivarium.jar"),
               str(PROGRAM), str(setting.work), str(LARGE_BODY)]
    found = []
    with open(setting.work / "find.log", "w+") as log, \
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as process:
        try:
            for line in process.stdout:
                found += found_in(line)
            process.wait(60)
        finally:
            process.kill()
        if process.returncode or not found:
            log.seek(0)
            raise SystemExit("the program could not measure: " + log.read()[-2000:])
    return found


def found_in(line):
    """What a line of the program says, as a list of one; nothing for lines of other kinds."""
    words = line.rstrip("\n").split("\t")
    if len(words) != 4:
        return []
    return [Found(words[0], float(words[1]), float(words[2]), int(words[3]))]


def found_table(found):
    """Everything in order."""
    return table(["milliseconds, or as it says", "median", "worst", "count"],
                 [[each.name, "%.1f" % each.median, "%.1f" % each.worst, str(each.count)] for each in found])


def promises(found):
    """What was promised, beside what came out."""
    named = {each.name: each for each in found}
    lines = [
        line(named, "ingest: exchanges a second", "written in a second: at least %d exchanges" % INGEST,
             lambda value: value >= INGEST, "%.0f"),
        line(named, "ingest: left out at 5000 a second", "left out at 5,000 exchanges a second: none",
             lambda value: value == 0, "%.0f"),
        line(named, "open: first rows", "first rows of a session of 1 GB: under %d ms" % OPEN_MS,
             lambda value: value < OPEN_MS, "%.0f ms"),
        line(named, "diff: two JSON bodies of 1 MB", "comparing two JSON bodies of 1 MB: under %d ms" % DIFF_MS,
             lambda value: value < DIFF_MS, "%.0f ms"),
    ]
    for each in found:
        if each.name.startswith("filter: "):
            lines.append(line(named, each.name, "%s over 100,000: under %d ms" % (each.name[8:], FILTER_MS),
                              lambda value: value < FILTER_MS, "%.0f ms"))
    return table(["promise", "measured", "kept"], [each for each in lines if each])


def line(named, name, words, kept, form):
    """One promise; nothing where its figure is missing."""
    if name not in named:
        return []
    return [words, form % named[name].median, "yes" if kept(named[name].median) else "NO"]
