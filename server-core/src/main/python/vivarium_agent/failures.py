"""Exceptions as text and as frames, without the frames that are ours."""

import os
import traceback

_OURS = os.path.dirname(os.path.abspath(__file__)) + os.sep
_IMPORTLIB = ('<frozen importlib', 'importlib/__init__.py', 'importlib\\__init__.py', 'importlib/_bootstrap')


# CPython's own limit. GraalPy goes on until its stack is full, and to look at each of twenty thousand frames takes seconds.
_DEEPEST = 1000
_FIRST_LINE = 'Traceback (most recent call last):'


def describe(exception):
    """``(type, message, traceback, frames)``; frames alternate file, line, function and source, all strings."""
    report = traceback.TracebackException.from_exception(exception, limit=-_DEEPEST)
    cut = len(report.stack) == _DEEPEST
    _strip(report, set())
    frames = []
    for frame in report.stack:
        frames += (frame.filename, str(frame.lineno or 0), frame.name, frame.line or '')
    if isinstance(exception, SyntaxError) and exception.filename:
        frames += (exception.filename, str(exception.lineno or 0), '<module>', (exception.text or '').strip())
    text = ''.join(report.format()).rstrip('\n')
    if cut:
        before, _, after = text.rpartition(_FIRST_LINE)
        text = f'{before}Traceback (most recent call last, {_DEEPEST} calls at most):{after}'
    return type_name(exception), _message(exception), text, frames


def headline(exception):
    """The last line of the traceback."""
    return f'{type_name(exception)}: {_message(exception)}'.rstrip(': ') or type_name(exception)


def strings(exception):
    """As :func:`describe`, the frames joined by NUL."""
    kind, message, text, frames = describe(exception)
    return kind, message, text, '\0'.join(frames)


def type_name(thing):
    """The type's name as Python prints it for exceptions."""
    kind = type(thing)
    return kind.__qualname__ if kind.__module__ in ('builtins', '__main__') else f'{kind.__module__}.{kind.__qualname__}'


def _message(exception):
    try:
        return str(exception)
    except Exception as second:
        return f'<str() of the exception raised {type(second).__name__}>'


def _strip(report, seen):
    """Leaves out our frames and those of the import system, here and in every exception behind this one."""
    if report is None or id(report) in seen:
        return
    seen.add(id(report))
    report.stack[:] = [frame for frame in report.stack if not _hidden(frame.filename)]
    _strip(report.__cause__, seen)
    _strip(report.__context__, seen)
    for part in getattr(report, 'exceptions', None) or ():
        _strip(part, seen)


def _hidden(filename):
    return filename.startswith(_OURS) or any(part in filename for part in _IMPORTLIB)
