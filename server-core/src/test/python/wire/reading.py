"""An application that reads from standard input and stops at breakpoint()."""

import os
import sys


def application(environ, start_response):
    start_response('200 OK', [])
    try:
        return [ROUTES[environ['PATH_INFO']]().encode()]
    except BaseException as exception:
        return [f'{type(exception).__name__} {exception}'.rstrip().encode()]


def stop():
    animals = ['gecko', 'newt']
    breakpoint()
    return ' '.join(animals)


ROUTES = {
    '/free': lambda: 'free',
    '/input': lambda: 'Hello ' + input('your name? '),
    '/line': lambda: repr(sys.stdin.readline()),
    '/read': lambda: repr(sys.stdin.read()),
    '/buffer': lambda: repr(sys.stdin.buffer.readline()),
    '/fd': lambda: repr(os.read(0, 100)),
    '/about': lambda: f'{sys.stdin.fileno()} {sys.stdin.isatty()} {sys.stdin.encoding} {sys.stdin.name}',
    '/breakpoint': stop,
}
