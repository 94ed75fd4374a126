"""Where the debugger is let in: ``breakpoint()``, ``pdb.set_trace()``, and the moments of a request that the gateway knows.

Nothing of ``pdb`` is imported before somebody needs it: it would cost more than half a second of the start.
"""

import builtins
import importlib.util
import os
import sys

_MOST_KEPT = 20


class Hooks:
    """What the agent tells the debugger, where there is one."""

    def __init__(self):
        self.host = None
        self._kept = {}  # exchange: the exception that left the application
        self._passed = set()  # where breakpoint() was told not to stop

    def passed(self, frame):
        """``breakpoint()`` in this frame does not stop; that is said once for each place."""
        place = frame.f_code.co_filename, frame.f_lineno
        if place not in self._passed:
            self._passed.add(place)
            self.host.passed(
                f'File "{place[0]}", line {place[1]}, in {frame.f_code.co_name}: '
                'breakpoint() does not stop, because the environment variable PYTHONBREAKPOINT is 0')

    def loaded(self, application):
        self._passed.clear()
        if self.host is not None and self.host.startup():
            module = sys.modules.get(getattr(application, '__module__', None) or '')
            names = {'application': application, 'stop': self._startup}
            exec(compile('stop()', '<startup>', 'exec'), vars(module) if module is not None else {}, names)

    def _startup(self):
        self._stop(sys._getframe(1), 'STARTUP', 'the application is loaded')

    def entering(self, environ):
        number = self.host.due('entry', 0, ({}, {'environ': environ}))
        if number:
            self.host.suspend('BREAKPOINT', f'breakpoint {number}: the application is entered', number)

    def responding(self, status, frame):
        code = status[:3]
        number = self.host.due('response', int(code) if code.isdigit() else 0, _names(frame))
        if number:
            self._stop(frame, 'BREAKPOINT', f'breakpoint {number}: start_response {status}', number)

    def yielding(self, count, result, frame):
        frame = getattr(result, 'gi_frame', None) or frame
        number = self.host.due('chunk', count, _names(frame))
        if number:
            self._stop(frame, 'BREAKPOINT', f'breakpoint {number}: chunk {count}', number)

    def left(self, exception, failure):
        """An exception has left the application; nothing was sent for it yet. ``failure`` describes it in strings."""
        host = self.host
        if host is None or type(exception).__name__ == 'BdbQuit':
            return
        exchange = host.exchange()
        self._kept[exchange] = exception
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        kinds = [f'{kind.__module__}.{kind.__qualname__}' for kind in type(exception).__mro__]
        number = host.left('\n'.join(kinds), *failure)
        if number >= 0:
            self._stop_at(exception, 'EXCEPTION', number)

    def post_mortem(self, exchange):
        """Stops the calling thread on the frames of an exception that was kept; says whether it was."""
        exception = self._kept.get(exchange)
        if exception is None:
            return False
        self._stop_at(exception, 'POST_MORTEM', 0)
        return True

    def _stop_at(self, exception, kind, number):
        from vivarium_agent import failures
        from vivarium_agent.debugging import stops
        stops.stop(self.host, stops.of_traceback(exception), kind, number, failures.headline(exception), exception)

    def _stop(self, frame, kind, text, number=0):
        from vivarium_agent.debugging import stops
        stops.stop_here(self.host, frame, kind, text, number)


def _names(frame):
    return frame.f_globals, frame.f_locals


hooks = Hooks()


def install(host):
    hooks.host = host
    builtins.breakpoint = _breakpoint
    sys.breakpointhook = _breakpointhook
    sys.meta_path.insert(0, _PdbFinder())


def _breakpoint(*arguments, **keywords):
    """``breakpoint``. GraalPy's own does nothing while the engine's debugger has a breakpoint somewhere."""
    if not hasattr(sys, 'breakpointhook'):
        raise RuntimeError('lost sys.breakpointhook')
    return sys.breakpointhook(*arguments, **keywords)


def _breakpointhook(*arguments, _original=sys.breakpointhook, **keywords):
    """What PEP 553 says of ``PYTHONBREAKPOINT``, with this debugger in the place of ``pdb``."""
    wanted = os.environ.get('PYTHONBREAKPOINT', '')
    if wanted == '0':
        return hooks.passed(_caller())
    if wanted in ('', 'pdb.set_trace'):
        return _set_trace(_caller(), keywords.get('header'))
    return _original(*arguments, **keywords)


def _caller():
    frame = sys._getframe(1)
    while frame.f_code.co_filename == _caller.__code__.co_filename:
        frame = frame.f_back
    return frame


def _set_trace(frame, header=None):
    host = hooks.host
    text = header or 'breakpoint()'
    if host.mine(frame.f_code.co_filename):
        host.suspend('CODE', text, 0)
    else:
        hooks._stop(frame, 'CODE', text)


class _PdbFinder:
    """Finds ``pdb`` where everybody does, and has it talk to this debugger."""

    _asking = False

    def find_spec(self, name, path=None, target=None):
        if name != 'pdb' or self._asking:
            return None
        self._asking = True
        try:
            spec = importlib.util.find_spec(name)
        finally:
            self._asking = False
        if spec is not None:
            spec.loader = _PdbLoader(spec.loader)
        return spec


class _PdbLoader:
    def __init__(self, loader):
        self._loader = loader

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        self._loader.exec_module(module)

        def set_trace(*, header=None):
            _set_trace(sys._getframe(1), header)

        def post_mortem(t=None):
            """``pdb.post_mortem``: a traceback, an exception, or the one that is being handled."""
            from vivarium_agent.debugging import stops
            exception = sys.exc_info()[1] if t is None else t
            if exception is None:
                raise ValueError('A valid traceback must be passed if no exception is being handled')
            stops.stop(hooks.host, stops.of_traceback(exception), 'CODE', 0, 'pdb.post_mortem()', exception)

        def pm():
            post_mortem(getattr(sys, 'last_exc', None) or sys.last_traceback)

        module.set_trace = set_trace
        module.post_mortem = post_mortem
        module.pm = pm
