"""How each server is started: one process, the same number of threads, everything else as it comes."""

import os
import pathlib
import subprocess
from dataclasses import dataclass, replace
from typing import Callable

from benchmark import mod_wsgi
from benchmark.processes import Running, free_port

JIT_OFF = "-Dpolyglot.engine.AllowExperimentalOptions=true -Dpolyglot.engine.Compilation=false"
AOT_OFF = "-XX:AOTMode=off"

WERKZEUG = """
import importlib, sys
from werkzeug.serving import run_simple
module, port = sys.argv[1:]
run_simple("127.0.0.1", int(port), importlib.import_module(module).application, threaded=True)
"""


@dataclass(frozen=True)
class Setting:
    """What the servers of one benchmark have in common. `work` is a folder for whatever they write."""

    distribution: pathlib.Path
    packages: pathlib.Path
    python: str
    threads: int
    work: pathlib.Path
    apache_root: pathlib.Path = pathlib.Path("/")

    @property
    def python_environment(self):
        """For the peers: the packages, and compiled modules kept out of the folders that Vivarium watches."""
        return {"PYTHONPATH": str(self.packages), "PYTHONPYCACHEPREFIX": str(self.work / "pycache")}


@dataclass(frozen=True)
class Server:
    """`command(setting, application, port)` gives a command line and its environment; `missing(setting)` the reason
    why it cannot be started here, or None; `compiles` whether it gets faster for as long as a JIT is at work."""

    name: str
    command: Callable
    missing: Callable
    java_options: str = ""
    compiles: bool = False

    def start(self, setting, application):
        """Starts it on a free port; returns at once."""
        port = free_port()
        command, environment = self.command(setting, application, port)
        if self.java_options:
            environment = {**environment, java_options_variable(setting): self.java_options}
        return Running(command, application.folder, environment, setting.work / ("%d.log" % port), port)


def _vivarium(*options):
    def command(setting, application, port):
        cache = setting.work / "cache"
        cache.mkdir(exist_ok=True)
        record = () if "--no-capture" in options else ("--session", str(session_file(setting, port)))
        return [
            str(launcher(setting)), ".", "--no-window", "--port", str(port), "--threads", str(setting.threads),
            "--application", application.module + ":application", "--python-path", str(setting.packages),
            *record, *options,
        ], {"XDG_CACHE_HOME": str(cache)}

    return command


def _waitress(setting, application, port):
    return [
        setting.python, "-m", "waitress", "--host", "127.0.0.1", "--port", str(port),
        "--threads", str(setting.threads), application.module + ":application",
    ], setting.python_environment


def _gunicorn(setting, application, port):
    return [
        setting.python, "-m", "gunicorn", "--bind", "127.0.0.1:%d" % port, "--worker-class", "gthread",
        "--workers", "1", "--threads", str(setting.threads), application.module + ":application",
    ], setting.python_environment


def _werkzeug(setting, application, port):
    return [setting.python, "-c", WERKZEUG, application.module, str(port)], setting.python_environment


def _mod_wsgi(mode):
    def command(setting, application, port):
        apache = mod_wsgi.find(setting.apache_root)
        folder = setting.work / ("apache-%d" % port)
        configuration = mod_wsgi.configure(apache, mode, folder, setting, application, port)
        return apache.command(configuration), {**setting.python_environment, **apache.environment}

    return command


def launcher(setting):
    """What starts Vivarium."""
    return setting.distribution / "bin" / "vivarium"


def session_file(setting, port):
    """Where the Vivarium on this port records."""
    return setting.work / ("%d.session" % port)


def uses_aot_cache(server, setting, process):
    """Whether a running Vivarium started from its AOT cache; a JVM whose cache does not fit starts all the same.
    None for the peers, and where the system does not show it."""
    return process.uses(setting.distribution / "lib" / "vivarium.aot") if server.compiles else None


def java_options_variable(setting):
    """The variable through which JVM options reach Vivarium: its own, or else the one that every JVM reads."""
    own = "VIVARIUM_JAVA_OPTIONS"
    return own if own in launcher(setting).read_text(errors="replace") else "_JAVA_OPTIONS"


def _no_distribution(setting):
    if os.access(launcher(setting), os.X_OK):
        return None
    return "there is no %s: ./run builds it" % launcher(setting)


def _no_module(name):
    def missing(setting):
        found = subprocess.run([setting.python, "-c", "import %s, flask" % name], capture_output=True,
                               env={**os.environ, **setting.python_environment})
        if found.returncode == 0:
            return None
        return "%s cannot import %s: sample-projects/fetch-packages %s" % (setting.python, name, setting.packages)

    return missing


def _no_mod_wsgi(setting):
    if mod_wsgi.find(setting.apache_root):
        return None
    return "Apache with mod_wsgi is not installed (Debian: apache2 and libapache2-mod-wsgi-py3)"


VIVARIUM = Server("vivarium", _vivarium(), _no_distribution, compiles=True)
NO_CAPTURE = Server("vivarium-no-capture", _vivarium("--no-capture"), _no_distribution, compiles=True)
WAITRESS = Server("waitress", _waitress, _no_module("waitress"))
PEERS = [
    WAITRESS,
    Server("gunicorn", _gunicorn, _no_module("gunicorn")),
    Server("werkzeug", _werkzeug, _no_module("werkzeug")),
    Server("mod_wsgi-daemon", _mod_wsgi("daemon"), _no_mod_wsgi),
    Server("mod_wsgi-embedded", _mod_wsgi("embedded"), _no_mod_wsgi),
]
ALL = {server.name: server for server in (VIVARIUM, NO_CAPTURE, *PEERS)}


# Which variant of start-up lacks nothing but the AOT cache.
WITHOUT_AOT = {
    "vivarium (AOT cache, JIT)": "vivarium (JIT)",
    "vivarium (AOT cache)": "vivarium (neither)",
}


def start_variants(server):
    """The ways to start a server that start-up is measured in: for Vivarium with and without what makes it quick."""
    if server != VIVARIUM:
        return [server]
    return [
        replace(server, name="vivarium (AOT cache, JIT)"),
        replace(server, name="vivarium (AOT cache)", java_options=JIT_OFF),
        replace(server, name="vivarium (JIT)", java_options=AOT_OFF),
        replace(server, name="vivarium (neither)", java_options=AOT_OFF + " " + JIT_OFF),
    ]
