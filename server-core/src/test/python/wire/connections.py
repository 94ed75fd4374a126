"""Applications whose clients are slow, leave, or send much at once."""

from wire import by_path

closed = []
asked = 0


def text(start_response, value):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [str(value).encode()]


def hello(environ, start_response):
    return text(start_response, 'hello ' + environ['QUERY_STRING'])


def ignoring(environ, start_response):
    return text(start_response, 'ignored')


def failing(environ, start_response):
    raise ValueError('before')


class Endless:
    """Yields until somebody stops asking."""

    def __iter__(self):
        return self

    def __next__(self):
        global asked
        asked += 1
        return b'x' * 65536

    def close(self):
        closed.append('endless')


def endless(environ, start_response):
    start_response('200 OK', [])
    return Endless()


def endless_writes(environ, start_response):
    write = start_response('200 OK', [])
    try:
        while True:
            write(b'x' * 65536)
    except OSError as error:
        closed.append(f'{type(error).__mro__[1].__name__}: {error}')
        raise


def endless_caught(environ, start_response):
    write = start_response('200 OK', [])
    try:
        while True:
            write(b'x' * 65536)
    except OSError:
        pass
    return [b'and on']


def endless_generator(environ, start_response):
    start_response('200 OK', [])
    try:
        while True:
            yield b'x' * 65536
    finally:
        closed.append('generator')


def take_closed(environ, start_response):
    names = ', '.join(closed)
    del closed[:]
    return text(start_response, names)


def big(environ, start_response):
    """Fifty megabytes; counts how many pieces were asked for."""
    global asked
    asked = 0
    start_response('200 OK', [('Content-Length', str(50 * 1024 * 1024))])
    for _ in range(800):
        asked += 1
        yield b'0123456789abcdef' * 4096


def how_many(environ, start_response):
    return text(start_response, asked)


def hold(environ, start_response):
    """Stays until its client sends a byte."""
    environ['wsgi.input'].read(1)
    return text(start_response, environ['wsgi.multithread'])


application = by_path(globals())
