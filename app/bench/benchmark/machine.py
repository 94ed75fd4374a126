"""What the figures were measured on, as far as it may be published: no names of machines or people."""

import os
import platform
import subprocess
import time


def description(setting, packages=("waitress", "gunicorn", "werkzeug", "flask")):
    """Hardware, system and versions, one line each."""
    lines = ["%s, %d cores, %s, load %.1f when it began" % (
        processor(), os.cpu_count(), platform.platform(terse=True), os.getloadavg()[0])]
    lines.append("%s, %s" % (time.strftime("%Y-%m-%d"), peers_version(setting, packages)))
    return lines


def processor():
    """The processor's model, where the system says it."""
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def peers_version(setting, packages):
    """The peers' Python, and the versions of what it imports."""
    script = ("import importlib.metadata as m, platform, sys\n"
              "def version(name):\n"
              "    try: return m.version(name)\n"
              "    except m.PackageNotFoundError: return 'absent'\n"
              "print('peers on', platform.python_implementation(), platform.python_version(), '-',"
              " ', '.join(name + ' ' + version(name) for name in sys.argv[1:]))")
    return subprocess.run([setting.python, "-c", script, *packages], capture_output=True, text=True,
                          env={**os.environ, **setting.python_environment}).stdout.strip()


def vivarium_version(launcher):
    """What `vivarium --version` says, in one line; of reasons why something is not in use, the beginning."""
    said = subprocess.run([str(launcher), "--version"], capture_output=True, text=True, timeout=120).stdout
    return "; ".join(" ".join(line.split())[:60] for line in said.splitlines()[:8])
