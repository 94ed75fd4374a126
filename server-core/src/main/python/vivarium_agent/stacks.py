"""The stack of the calling thread, for a dump of all of them: the host has each thread call this at its next safepoint."""

import os
import reprlib
import sys
import threading

from vivarium_agent import graalpy

_OURS = os.path.dirname(os.path.abspath(__file__)) + os.sep
_short = reprlib.Repr()
_short.maxstring = _short.maxother = 200


def walk(with_locals):
    """Where the calling thread is, as strings joined by NUL.

    First its name in Python or nothing, then what it does where its frames do not show that, then the frames, innermost first,
    each as file, line, function and locals.
    """
    thread = threading._active.get(threading.get_ident())  # current_thread() would make an entry where there is none
    frame = sys._getframe().f_back  # none on a thread of the engine's own
    asleep = frame is not None and frame.f_code is graalpy.sleep.__code__
    parts = [thread.name if thread is not None else '', 'sleeping' if asleep else '']
    while frame is not None:
        code = frame.f_code
        if not code.co_filename.startswith(_OURS):
            parts += (code.co_filename, str(frame.f_lineno), code.co_name, _locals(frame) if with_locals else '')
        frame = frame.f_back
    return '\0'.join(parts)


def _locals(frame):
    lines = []
    for name, value in sorted(frame.f_locals.items()):
        try:
            text = _short.repr(value)
        except Exception as broken:
            text = f'<repr() raised {type(broken).__name__}>'
        lines.append(f'{name} = {text}'.replace('\0', '\\x00'))
    return '\n'.join(lines)
