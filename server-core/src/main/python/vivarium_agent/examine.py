"""A close look at one request: which lines it took, through which layers, with which statements, and where its bytes come from.

It works with ``sys.settrace`` on the request's own thread, so that the request is many times slower than it is unobserved.
Nothing else is changed: what the application is given, what it returns, and what it raises are the same objects.
"""

import json
import re
import sys
from time import perf_counter_ns

MOST_LINES = 50_000
MOST_ENTRIES = 1_000
LONGEST_TEXT = 2_000

_STATUS = re.compile(r'[1-5][0-9]{2} ')
# Functions through which statements go on their way to a database, by the end of their file's name and their own.
_EXECUTORS = {
    ('django/db/backends/utils.py', '_execute'): ('sql', 'params'),
    ('django/db/backends/utils.py', '_executemany'): ('sql', 'param_list'),
    ('sqlalchemy/engine/default.py', 'do_execute'): ('statement', 'parameters'),
    ('sqlalchemy/engine/default.py', 'do_executemany'): ('statement', 'parameters'),
}
_NOTHING, _OWN, _LAYER, _STARTER, _EXECUTOR = range(5)


class Examination:
    """Looks at what the calling thread does between ``with`` and its end.

    ``owns(filename)`` says whether a file is the project's own.
    """

    def __init__(self, owns):
        self._owns = owns
        self._kinds = {}
        self._files = {}
        self._began = perf_counter_ns()
        self._lines = []
        self._left_out = 0
        self._depth = 0
        self._layers = []
        self._statements = []
        self._running = None
        self._made = {}
        self._reads = []
        self._chunks = []
        self._last = None
        self._undo = None

    def __enter__(self):
        self._undo = _watch_sqlite(self._sqlite)
        sys.settrace(self._trace)
        return self

    def __exit__(self, *exception):
        sys.settrace(None)
        self._undo()

    def report(self):
        """Everything that was seen, as JSON."""
        return json.dumps({
            'files': list(self._files),
            'lines': self._lines,
            'left_out': self._left_out,
            'layers': self._layers,
            'statements': self._statements,
            'reads': self._reads,
            'chunks': self._chunks,
        })

    # What the gateway tells.

    def read(self, label):
        """The application reads from ``wsgi.input``; to be called with the application's own frames below."""
        if label and len(self._reads) < MOST_ENTRIES:
            self._reads.append({'call': label, 'at': self._now(), 'place': self._place(self._own_frame())})

    def chunk(self, data):
        """A part of the response is about to be sent."""
        if len(self._chunks) < MOST_ENTRIES:
            place = self._made.pop(id(data), None)
            self._chunks.append({'at': self._now(), 'size': len(data), 'exact': place is not None, 'place': place or self._last})
        self._made.clear()

    # The trace function.

    def _trace(self, frame, event, arg):
        self._finish_statement()
        code = frame.f_code
        kind = self._kinds.get(code)
        if kind is None:
            kind = self._kinds[code] = self._kind(code)
        if kind == _NOTHING:
            return None
        if kind == _EXECUTOR:
            return self._executor(frame)
        layer = self._layer(frame) if kind in (_LAYER, _OWN) else None
        self._starter(frame)
        return self._follow(layer, self._owns_code(code))

    def _kind(self, code):
        if self._owns_code(code):
            return _OWN
        filename = code.co_filename.replace('\\', '/')
        for (end, name) in _EXECUTORS:
            if code.co_name == name and filename.endswith(end):
                return _EXECUTOR
        names = code.co_varnames[:code.co_argcount]
        if 'environ' in names and 'start_response' in names:
            return _LAYER
        return _STARTER if 'status' in names[:2] and code.co_argcount >= 2 else _NOTHING

    def _owns_code(self, code):
        return self._file(code.co_filename) is not None

    def _file(self, filename):
        """The number of one of the project's files; None for others."""
        try:
            return self._files[filename]
        except KeyError:
            if not self._owns(filename):
                return None
            self._files[filename] = number = len(self._files)
            return number

    def _follow(self, layer, own):
        def follow(frame, event, arg):
            self._finish_statement()
            if event == 'line' and own:
                self._line(frame)
            elif event == 'return':
                if own:
                    self._returned(frame, arg)
                if layer is not None:
                    layer['end'] = self._now()
                    self._depth -= 1
                    self._changes(layer, frame)
            return follow
        return follow

    def _returned(self, frame, value):
        """Bytes were made by the first function that returned them, or a list with them."""
        for data in value[:10] if isinstance(value, (list, tuple)) else (value,):
            if isinstance(data, bytes) and len(self._made) < MOST_ENTRIES:
                self._made.setdefault(id(data), self._place(frame))

    def _line(self, frame):
        number = self._file(frame.f_code.co_filename)
        self._last = [frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name]
        if len(self._lines) < 2 * MOST_LINES:
            self._lines += (number, frame.f_lineno)
        else:
            self._left_out += 1

    # Layers: whoever is called with an environ and a start_response.

    def _layer(self, frame):
        values = _arguments(frame)
        for environ, start_response in zip(values, values[1:]):
            if isinstance(environ, dict) and 'wsgi.input' in environ and callable(start_response):
                break
        else:
            return None
        if len(self._layers) >= MOST_ENTRIES:
            return None
        code = frame.f_code
        layer = {
            'name': getattr(code, 'co_qualname', code.co_name),
            'place': [code.co_filename, code.co_firstlineno, code.co_name],
            'depth': self._depth,
            'begin': self._now(),
            'end': -1,
            'given': _shown(environ),
            'changed': {},
            'starts': [],
        }
        self._depth += 1
        self._layers.append(layer)
        return layer

    def _changes(self, layer, frame):
        """What became of the environ that the layer was given, while the layer was at work."""
        before = layer['given']
        for value in _arguments(frame):
            if isinstance(value, dict) and 'wsgi.input' in value:
                now = _shown(value)
                layer['changed'] = {key: text for key, text in now.items() if before.get(key) != text}
                layer['removed'] = [key for key in before if key not in now]
                break
        layer['given'] = {}

    def _starter(self, frame):
        """Whoever is called with a status and headers passes a response on: noted with the layer that called."""
        if not frame.f_code.co_argcount:
            return
        values = _arguments(frame)
        for status, headers in zip(values, values[1:]):
            if isinstance(status, str) and isinstance(headers, list) and _STATUS.match(status):
                caller = frame.f_back
                self._started(status, headers, self._place(caller) if caller is not None else None)
                return

    def _started(self, status, headers, place):
        if self._layers and len(self._layers[-1]['starts']) < MOST_ENTRIES:
            self._layers[-1]['starts'].append({
                'at': self._now(),
                'status': status,
                'headers': [[str(name), _cut(str(value))] for name, value in headers],
                'place': place,
            })

    # Statements.

    def _executor(self, frame):
        statement, parameters = next(
            names for (end, name), names in _EXECUTORS.items() if name == frame.f_code.co_name)
        values = frame.f_locals
        entry = self._statement(str(values.get(statement)), _text(values.get(parameters)))

        def follow(frame, event, arg):
            if event == 'return' and entry is not None:
                entry['end'] = self._now()
            return follow
        return follow

    def _sqlite(self, sql):
        """What SQLite is about to execute, parameters filled in."""
        inside = self._statements[-1] if self._statements else None
        if inside is not None and inside['end'] < 0 and self._running is None:
            return  # a framework's function has told of it
        self._running = self._statement(sql, '')

    def _statement(self, sql, parameters):
        if len(self._statements) >= MOST_ENTRIES:
            return None
        entry = {
            'sql': _cut(sql), 'parameters': parameters, 'begin': self._now(), 'end': -1, 'place': self._place(self._own_frame())}
        self._statements.append(entry)
        return entry

    def _finish_statement(self):
        if self._running is not None:
            self._running['end'] = self._now()
            self._running = None

    # Places and times.

    def _own_frame(self):
        frame = sys._getframe(1)
        while frame is not None and self._file(frame.f_code.co_filename) is None:
            frame = frame.f_back
        return frame

    @staticmethod
    def _place(frame):
        return None if frame is None else [frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name]

    def _now(self):
        return perf_counter_ns() - self._began


class ExaminedCall:
    """A host's call whose examination hears of what goes through it."""

    def __init__(self, call, examination):
        self._call = call
        self._examination = examination

    def read(self, size, label):
        self._examination.read(label)
        return self._call.read(size, label)

    def readline(self, size, label):
        self._examination.read(label)
        return self._call.readline(size, label)

    def write(self, chunk):
        self._examination.chunk(chunk)
        return self._call.write(chunk)

    def write_all(self, chunk):
        self._examination.chunk(chunk)
        self._call.write_all(chunk)

    def __getattr__(self, name):
        return getattr(self._call, name)


def _arguments(frame):
    """The values of the positional arguments as they are now."""
    code, values = frame.f_code, frame.f_locals
    return [values[name] for name in code.co_varnames[:code.co_argcount] if name in values]


def _shown(environ):
    return {str(key): 'None' if value is None else _text(value) for key, value in environ.items()}


def _text(value):
    if value is None:
        return ''
    try:
        return _cut(repr(value))
    except Exception as failure:
        return f'<repr raised {type(failure).__name__}>'


def _cut(text):
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + '…'


def _watch_sqlite(listener):
    """Has every connection that is opened from now on tell of its statements; returns what ends that."""
    try:
        import sqlite3
    except ImportError:
        return lambda: None
    connect = sqlite3.connect
    opened = []

    def watched(*arguments, **options):
        connection = connect(*arguments, **options)
        connection.set_trace_callback(listener)
        opened.append(connection)
        return connection

    def undo():
        sqlite3.connect = sqlite3.dbapi2.connect = connect
        for connection in opened:
            try:
                connection.set_trace_callback(None)
            except sqlite3.Error:
                pass  # closed, or another thread's

    sqlite3.connect = sqlite3.dbapi2.connect = watched
    return undo
