"""Habits of applications that PEP 3333 allows, or other servers let pass, and that cost their users something.

Each is told to the host with ``call.found(rule, message, file, line)``; the rules' names are those of ``vivarium.check.Rule``.
"""

import io
import sys

from vivarium_agent import failures
from vivarium_agent.streams import FileWrapper

#: Types that need no closer look.
USUAL = frozenset((list, tuple, type(_ for _ in ()), FileWrapper))


def iterable(call, result):
    """Iterating over what was returned gives something else than its author thinks, or gives it slowly."""
    if isinstance(result, (str, bytes, bytearray, memoryview)):
        why = 'iterating over it gives single characters'
    elif isinstance(result, (io.IOBase, io.TextIOBase)):
        why = 'iterating over a file gives lines, which may be tiny or as long as the whole file'
    elif isinstance(result, dict):
        why = 'iterating over it gives its keys'
    elif isinstance(result, (set, frozenset)):
        why = 'its parts come in no order'
    else:
        return
    call.found('bad-iterable', f'The application returned {failures.type_name(result)}: {why}', '', 0)


def late_start(call):
    """``start_response`` is called while the response is iterated over."""
    file, line = _caller()
    call.found('late-start-response', 'It was called only when the response was iterated over', file, line)


def write_callable(call):
    """The application writes with what ``start_response`` returned."""
    file, line = _caller()
    call.found('write-callable', 'The first bytes of the response went through write()', file, line)


def _caller():
    """Who called the gateway: the nearest frame that is not of this package."""
    frame = sys._getframe(2)
    while frame is not None and frame.f_globals.get('__package__') == __package__:
        frame = frame.f_back
    return (frame.f_code.co_filename, frame.f_lineno) if frame is not None else ('', 0)
