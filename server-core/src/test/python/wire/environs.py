"""Looks at the environ, and at ``mod_wsgi``."""

import io
import os
import threading
import time

from wire import by_path

_lock = threading.Lock()
_inside = []


def text(start_response, *values):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [' '.join(str(value) for value in values).encode()]


def kinds(environ, start_response):
    """Every key with the type of its value."""
    lines = [f'{key}: {type(value).__name__}' for key, value in sorted(environ.items())]
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return ['\n'.join(lines).encode()]


def values(environ, start_response):
    keys = environ['QUERY_STRING'].split('&')
    return text(start_response, *[ascii(environ[key]) for key in keys])


def real_dict(environ, start_response):
    environ['my.key'] = object()
    return text(start_response, type(environ) is dict, isinstance(environ.copy(), dict), 'my.key' in {**environ})


def threading_(environ, start_response):
    return text(
        start_response, environ['wsgi.multithread'], environ['wsgi.multiprocess'], environ['wsgi.run_once'],
        environ['mod_wsgi.thread_id'])


def authorization(environ, start_response):
    return text(start_response, environ.get('HTTP_AUTHORIZATION'))


def overlap(environ, start_response):
    """How many requests are in here."""
    with _lock:
        _inside.append(1)
    time.sleep(0.01)  # long enough for another to come in, if it could
    count = len(_inside)
    _inside.pop()
    return text(start_response, count)


def module(environ, start_response):
    import mod_wsgi

    mine = mod_wsgi.active_requests[environ['mod_wsgi.request_id']]
    return text(
        start_response, mod_wsgi.version == environ['mod_wsgi.version'], repr(mod_wsgi.process_group),
        repr(mod_wsgi.application_group), mod_wsgi.maximum_processes, mod_wsgi.threads_per_process,
        issubclass(mod_wsgi.RequestTimeout, Exception), mine is environ, len(mod_wsgi.active_requests))


def times(environ, start_response):
    return text(start_response, -1 < time.time() - environ['mod_wsgi.request_start'] < 30)


def seed(environ, start_response):
    """The test script of mod_wsgi's "Displaying Request Environment", in Python 3 syntax."""
    headers = []
    headers.append(('Content-Type', 'text/plain'))
    write = start_response('200 OK', headers)

    input = environ['wsgi.input']
    output = io.StringIO()

    print("PID: %s" % os.getpid(), file=output)
    print("UID: %s" % os.getuid(), file=output)
    print("GID: %s" % os.getgid(), file=output)
    print(file=output)

    keys = sorted(environ.keys())
    for key in keys:
        print('%s: %s' % (key, repr(environ[key])), file=output)
    print(file=output)

    output.write(input.read(int(environ.get('CONTENT_LENGTH', '0'))).decode())
    write(b'')
    return [output.getvalue().encode()]


application = by_path({**globals(), 'threading': threading_})
