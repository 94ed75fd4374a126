"""Responses as PEP 3333 allows them."""

import threading

from wire import by_path

go = threading.Event()
closed = []


class Closing:
    """An iterable that tells how often it was closed."""

    def __init__(self, name, *chunks):
        self.name = name
        self.chunks = chunks

    def __iter__(self):
        return iter(self.chunks)

    def close(self):
        closed.append(self.name)


def with_status(status, headers=(), chunks=()):
    def application(environ, start_response):
        start_response(status, list(headers))
        return chunks

    return application


empty_list = with_status('200 OK')
empty_string = with_status('200 OK', chunks=[b''])
empty_strings = with_status('200 OK', chunks=[b'', b'', b''])
one = with_status('200 OK', chunks=[b'abc'])
one_tuple = with_status('200 OK', chunks=(b'abc',))
one_given = with_status('200 OK', [('Content-Length', '3')], [b'abc'])
two = with_status('200 OK', chunks=[b'abc', b'def'])
two_given = with_status('200 OK', [('content-length', '6')], [b'abc', b'def'])
gaps = with_status('200 OK', chunks=[b'', b'abc', b'', b'', b'def', b''])
too_long = with_status('200 OK', [('Content-Length', '4')], [b'abc', b'def', b'ghi'])
too_long_one = with_status('200 OK', [('Content-Length', '2')], [b'abc'])
too_short = with_status('200 OK', [('Content-Length', '9')], [b'abc', b'def'])
too_short_empty = with_status('200 OK', [('Content-Length', '9')])
zero = with_status('200 OK', [('Content-Length', '0')], [b''])
no_content = with_status('204 No Content')
no_content_body = with_status('204 No Content', [('Content-Length', '3')], [b'abc'])
not_modified = with_status('304 Not Modified', [('ETag', '"x"'), ('Content-Length', '3')], [b'abc'])
informational = with_status('103 Early Hints', [('Link', '</a>')], [b'abc'])
switching = with_status('101 Switching Protocols')
reason = with_status('200 All is Fine', chunks=[b'x'])
no_reason = with_status('404', chunks=[b'x'])
empty_reason = with_status('404 ', chunks=[b'x'])
latin_reason = with_status('200 Gr\xfc\xdfe', chunks=[b'x'])
unknown = with_status('799 Odd', chunks=[b'x'])
latin = with_status('200 OK', [('X-A', 'Gr\xfc\xdfe'), ('X-Empty', ''), ('x-CASE', 'a  b')], [b'x'])
cookies = with_status('200 OK', [('Set-Cookie', 'a=1'), ('Set-Cookie', 'b=2'), ('set-cookie', 'c=3')], [b'x'])
own = with_status(
    '200 OK', [('Server', 'mine'), ('Date', 'Sun, 06 Nov 1994 08:49:37 GMT'), ('content-TYPE', 'a/b')], [b'x'])


def generator(environ, start_response):
    start_response('200 OK', [])
    yield b'abc'
    yield b''
    yield b'def'


def generator_empty(environ, start_response):
    start_response('200 OK', [])
    return
    yield


def late(environ, start_response):
    yield b''
    start_response('200 Late', [])
    yield b'abc'


def written(environ, start_response):
    write = start_response('200 OK', [])
    write(b'')
    write(b'abc')
    write(b'def')
    return []


def written_and_returned(environ, start_response):
    write = start_response('200 OK', [])
    write(b'abc')
    return [b'def']


def written_given(environ, start_response):
    write = start_response('200 OK', [('Content-Length', '6')])
    write(b'abc')
    return [b'def']


def iterator_object(environ, start_response):
    start_response('200 OK', [])
    return iter([b'abc', b'def'])


class OldStyle:
    """Iterates by ``__getitem__``, which ``iter`` allows."""

    def __getitem__(self, index):
        return (b'abc', b'def')[index]


def old_style(environ, start_response):
    start_response('200 OK', [])
    return OldStyle()


class Subclass(bytes):
    pass


subclass = with_status('200 OK', chunks=[Subclass(b'abc')])
subclasses = with_status('200 OK', chunks=[Subclass(b'abc'), Subclass(b'def')])


def stepwise(environ, start_response):
    """Yields when it is told to."""
    start_response('200 OK', [('X-Early', 'no')])
    for step in range(3):
        yield b'' if step == 0 else b'step %d' % step
        go.wait(30)
        go.clear()


def step(environ, start_response):
    go.set()
    start_response('200 OK', [])
    return [b'']


def closing(environ, start_response):
    start_response('200 OK', [])
    return Closing('closing', b'abc', b'def')


def closing_empty(environ, start_response):
    start_response('200 OK', [])
    return Closing('closing_empty')


class ClosingList(list):
    def close(self):
        closed.append('list')


def closing_list(environ, start_response):
    start_response('200 OK', [])
    return ClosingList([b'abc'])


def closed_names(environ, start_response):
    names = ' '.join(closed)
    del closed[:]
    start_response('200 OK', [])
    return [names.encode()]


application = by_path(globals())
