"""The window, without a display: how long the FX thread is busy, and what the window costs the server."""

import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
from dataclasses import dataclass, replace

from benchmark import applications, machine, measurements, servers
from benchmark.command import ROOT, default_python, show, within
from benchmark.measurements import Bench, Pace, say
from benchmark.tables import figure, table

PROGRAMS = pathlib.Path(__file__).resolve().parent.parent / "window-program"
HEADLESS = "-Dglass.platform=Headless -Dprism.order=sw"
FRAME_MS = 50
SELECT_MS = 50
COST = 0.10


@dataclass(frozen=True)
class Times:
    """What one measurement came to, in milliseconds."""

    kind: str
    name: str
    p50: float
    p99: float
    worst: float
    count: int


def main(arguments):
    """Returns the exit code: 0 measured, 2 cannot be measured here, 130 interrupted."""
    options = parse(arguments)
    return within("window", options, measure, loads=not options.smooth_only)


def parse(arguments):
    """The options, checked."""
    parser = argparse.ArgumentParser(prog="window", description="Measures Vivarium's window without a display.")
    parser.add_argument("distribution", nargs="?", type=pathlib.Path, default=ROOT / "app/target/vivarium",
                        help="the distribution's folder; default: app/target/vivarium")
    parser.add_argument("--seconds", type=int, default=10, help="length of every measurement; default %(default)s")
    parser.add_argument("--rounds", type=int, default=4, help="windows with and without the window; default %(default)s")
    parser.add_argument("--warm-up", type=float, default=120, metavar="SECONDS",
                        help="give up warming up the servers after; default %(default)s")
    parser.add_argument("--smooth-only", action="store_true", help="leave out what the window costs the server")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="also write everything measured here")
    return parser.parse_args(arguments)


def measure(options, work):
    """Both halves, each printed when it is full."""
    setting = servers.Setting(options.distribution.resolve(), ROOT / "target/python-packages", default_python(), 5, work)
    results = {"machine": [*machine.description(setting, ()), machine.vivarium_version(servers.launcher(setting))]}
    show("\n".join(results["machine"]))
    results["smooth"] = smooth(setting, options.seconds)
    show(smooth_table(results["smooth"]))
    if not options.smooth_only:
        results["cost"] = cost(setting, options)
        show(cost_table(results["cost"]))
    show(promises(results))
    if options.json:
        options.json.write_text(json.dumps(results, indent=2, default=vars) + "\n")
    return 0


def smooth(setting, seconds):
    """How smooth the window is, measurement by measurement."""
    say("filling the window, then measuring for %d s each", seconds)
    project = setting.work / "project"
    project.mkdir()
    return program(setting, "WindowBenchmark.java", project, seconds)


def program(setting, name, project, number):
    """Every line that this program of `window-program` prints, in order. The distribution's own Java runs it."""
    home = setting.distribution
    log_file = setting.work / (name + ".log")
    command = [
        str(home / "runtime/bin/java"), "@%s" % (home / "lib/java.options"), "-Dvivarium.home=%s" % home,
        "-Dpolyglot.engine.resourcePath=%s" % (home / "lib/resources"), *HEADLESS.split(),
        "-cp", str(home / "lib/vivarium.jar"), str(PROGRAMS / name), str(project), str(number),
    ]
    found = []
    with open(log_file, "w") as log, \
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as process:
        try:
            for line in process.stdout:
                found += times_of(line)
            process.wait(60)
        finally:
            process.kill()
    if process.returncode or not found:
        raise SystemExit("%s could not measure: %s" % (name, log_file.read_text()[-2000:]))
    return found


def times_of(line):
    """What a line of the program says, as a list of one; nothing for lines of other kinds."""
    words = line.rstrip("\n").split("\t")
    if len(words) != 6:
        return []
    return [Times(words[0], words[1], *(float(word) for word in words[2:5]), int(words[5]))]


def smooth_table(found):
    """Each measurement with its target."""
    names = {"frame": "frame: ", "work": "  FX thread at work: ", "select": ""}
    targets = {"frame": FRAME_MS, "select": SELECT_MS}
    lines = [[names[each.kind] + each.name, "%.1f" % each.p50, "%.1f" % each.p99, "%.1f" % each.worst, str(each.count),
              "p99 <= %d" % targets[each.kind] if each.kind in targets else "",
              kept(each.p99 <= targets[each.kind]) if each.kind in targets else ""] for each in found]
    return table(["1,000 requests/s arriving; milliseconds", "p50", "p99", "worst", "count", "target", "kept"], lines)


def cost(setting, options):
    """The same server with its window and in a terminal, driven in turns."""
    shutil.copytree(applications.FOLDER, setting.work / "applications")
    application = replace(applications.MEASURED["hello"], folder=setting.work / "applications")
    terminal = servers.VIVARIUM
    window = replace(terminal, name="vivarium, window open", command=with_window(terminal.command))
    pace = replace(Pace(), seconds=options.seconds, rounds=options.rounds, longest_warm_up=options.warm_up,
                   least_warm_up=min(60, options.warm_up))
    bench = Bench(setting, [terminal, window], pace, 10)
    rows, _ = measurements.drive_all(bench, application)
    rows = measurements.summarised(rows)
    rows[window.name]["to_terminal"] = measurements.ratio(rows[window.name], rows[terminal.name])
    return rows


def with_window(command):
    """The same command line, but with a window that nobody needs a display for."""
    def windowed(setting, application, port):
        words, environment = command(setting, application, port)
        settings = setting.work / "settings"
        settings.mkdir(exist_ok=True)
        return ["--run" if word == "--no-window" else word for word in words], {
            **environment, "VIVARIUM_JAVA_OPTIONS": HEADLESS, "XDG_CONFIG_HOME": str(settings)}

    return windowed


def cost_table(rows):
    """Window on, window off."""
    lines = [[name, figure(row.get("rate"), "%.0f"), figure(row.get("p50_ms")), figure(row.get("p99_ms"), "%.1f"),
              figure(row.get("to_terminal")), row.get("failed", "")] for name, row in rows.items()]
    return table(["hello", "requests/s", "p50 ms", "p99 ms", "x terminal", ""], lines)


def promises(results):
    """What was promised, beside what came out."""
    lines = []
    for kind, words in (("frame", "p99 of a frame, the worst of all measurements: at most %d ms" % FRAME_MS),
                        ("select", "p99 of selecting an exchange: at most %d ms" % SELECT_MS)):
        worst = max((each.p99 for each in results["smooth"] if each.kind == kind), default=None)
        if worst is not None:
            lines.append([words, "%.1f ms" % worst, kept(worst <= FRAME_MS)])
    ratios = [row["to_terminal"] for row in results.get("cost", {}).values() if row.get("to_terminal")]
    if ratios:
        taken = 1 - statistics.median(ratio["median"] for ratio in ratios)
        lines.append(["the window takes at most 10 % of the server's throughput", "%.0f %%" % (100 * taken),
                      kept(taken <= COST)])
    return table(["promise", "measured", "kept"], lines)


def kept(truth):
    """In a word."""
    return "yes" if truth else "NO"
