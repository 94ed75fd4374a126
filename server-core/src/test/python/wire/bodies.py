"""Reads the request's body in every way there is."""

import threading

from wire import by_path

go = threading.Event()


def answer(start_response, *things):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [' '.join(repr(thing) for thing in things).encode()]


def read(environ, start_response):
    return answer(start_response, environ['wsgi.input'].read())


def length(environ, start_response):
    return answer(start_response, len(environ['wsgi.input'].read()))


def sizes(environ, start_response):
    stream = environ['wsgi.input']
    return answer(start_response, stream.read(2), stream.read(0), stream.read(None), stream.read(5), stream.read())


def lines(environ, start_response):
    stream = environ['wsgi.input']
    return answer(
        start_response, stream.readline(), stream.readline(2), stream.readline(0), stream.readline(10**12), stream.read(1),
        stream.readlines(), stream.readline())


def some(environ, start_response):
    return answer(start_response, environ['wsgi.input'].readlines(3), environ['wsgi.input'].readlines())


def iterate(environ, start_response):
    return answer(start_response, *environ['wsgi.input'])


def huge(environ, start_response):
    return answer(start_response, environ['wsgi.input'].read(10**12))


def ignore(environ, start_response):
    return answer(start_response, 'unread')


def first(environ, start_response):
    return answer(start_response, environ['wsgi.input'].read(1))


def after(environ, start_response):
    """Reads only after the response has begun."""
    write = start_response('200 OK', [])
    write(b'begun ')
    return [environ['wsgi.input'].read()]


def caught(environ, start_response):
    try:
        environ['wsgi.input'].read()
    except OSError as error:
        return answer(start_response, str(error))
    return answer(start_response, 'all was well')


def other(environ, start_response):
    try:
        environ['wsgi.input'].read()
    except OSError as error:
        raise KeyError('of my own') from error


def held(environ, start_response):
    go.wait(30)
    go.clear()
    return read(environ, start_response)


def release(environ, start_response):
    go.set()
    return answer(start_response)


application = by_path(globals())
