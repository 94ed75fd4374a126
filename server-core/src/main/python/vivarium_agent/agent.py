"""What the host calls: one agent for the process."""

import sys

from vivarium_agent import console, failures, graalpy, guards, logs, mod_wsgi_module, stacks
from vivarium_agent.debugging import hooks
from vivarium_agent.gateway import Gateway
from vivarium_agent.loader import Loader


class Agent:
    """Loads one application and serves requests with it.

    ``channel`` has ``log(level, text)``, ``record(level)`` (see :mod:`vivarium_agent.logs`), ``has_console()`` and
    ``read_console(size)`` (see :mod:`vivarium_agent.console`); for ``debugger`` see :mod:`vivarium_agent.debugging`.
    """

    walk = staticmethod(stacks.walk)
    hooks = hooks.hooks

    def __init__(self, channel, debugger=None):
        graalpy.install()
        guards.install(channel)
        console.install(channel)
        logs.install(channel)
        if debugger is not None:
            hooks.install(debugger)
        self._channel = channel
        self._gateway = None
        self._loader = None
        self._target = None

    def version(self):
        return '.'.join(map(str, sys.version_info[:3]))

    def load(self, kind, name, attribute, folder, path, site_packages, variables, threads):
        """Puts the application in the place of the one before.

        Returns None, or what :func:`failures.describe` says of the exception. ``variables`` alternate name and value.
        """
        self._target = (kind, name, attribute)
        constants = {
            'wsgi.multithread': threads > 1,
            'mod_wsgi.version': mod_wsgi_module.VERSION,
        }
        self._gateway = Gateway(None, constants)
        mod_wsgi_module.install(threads, self._gateway.active)
        names = iter(variables)
        if self._loader is not None:
            self._loader.unload()
        self._loader = Loader(self._channel, folder, path, site_packages, dict(zip(names, names)))
        return self._apply(self._loader.load)

    def reload(self):
        """As :meth:`load`; on failure the old application stays."""
        return self._apply(self._loader.reload)

    def farewell(self):
        """Calls what the application registered with ``atexit``: the process is about to end."""
        if self._loader is not None:
            self._loader.farewell()

    def _apply(self, load):
        try:
            self._gateway.application = load(*self._target)
        except BaseException as exception:
            return list(failures.strings(exception))
        self.hooks.loaded(self._gateway.application)
        return None

    def serve(self, call, variables, armed):
        self._gateway.serve(call, variables, armed)

    def examine(self, call, variables, armed):
        """As :meth:`serve`, with a close look, of which ``call.examined`` is told."""
        from vivarium_agent.examine import ExaminedCall, Examination
        with Examination(self._loader.owns) as examination:
            self._gateway.serve(ExaminedCall(call, examination), variables, armed)
        call.examined(examination.report())

    def constants(self):
        """The keys of the environ that are the same in each request and hold no strings, alternating with their ``repr``."""
        pairs = []
        for key, value in self._gateway.constants.items():
            pairs += (key, repr(value))
        pairs += ('wsgi.input', '<vivarium_agent.streams.Input object>')
        pairs += ('wsgi.errors', '<vivarium_agent.streams.Errors object>')
        return pairs
