"""Works around what GraalPy 25.0 does differently; nothing here has an effect on other Pythons."""

import _thread
import contextlib
import sys
import time

_PIECE = 0.5
_TOO_SHORT_TO_MATTER = 0.02


class _GilHeld:
    """Keeps the interpreter's lock while the host is called; not for a call that blocks, and not to be nested.

    GraalPy gives the lock away for every access to a host object. With several threads at work each of these wakes another
    one up, which mostly finds the lock taken again: a dozen changes of threads for each request.
    """

    def __init__(self, hold):
        self._hold = hold

    def __enter__(self):
        self._hold(True)

    def __exit__(self, *exception):
        self._hold(False)


def _gil_held():
    if sys.implementation.name != 'graalpy':
        return contextlib.nullcontext()
    import polyglot
    return _GilHeld(polyglot.__set_gil_locked_during_foreign_calls__)


#: ``with gil_held: call.start(…)`` for a short call to the host.
gil_held = _gil_held()


def install():
    if sys.implementation.name == 'graalpy':
        time.sleep = sleep


def sleep(seconds, _sleep=time.sleep, _now=time.monotonic):
    """``time.sleep`` that can be interrupted and asked for its stack.

    GraalPy's own begins a whole-second sleep anew after each safepoint, and after one in a fractional sleep it spins until the
    time is over, deaf to all others. A wait for a lock has neither fault; it is done in pieces since it, too, begins anew.
    """
    try:
        if seconds < _TOO_SHORT_TO_MATTER:
            return _sleep(seconds)
        end = _now() + seconds
    except TypeError:
        return _sleep(seconds)  # which knows what to say
    lock = _thread.allocate_lock()
    lock.acquire()
    while (left := end - _now()) > 0:
        if left < _TOO_SHORT_TO_MATTER:
            _sleep(left)
        else:
            lock.acquire(timeout=min(left, _PIECE))
