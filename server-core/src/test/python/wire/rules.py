"""What PEP 3333 forbids, one path a rule; and what may be done with ``exc_info``."""

import sys

from wire import by_path

keep = []


def starting(*arguments, chunks=(b'x',)):
    def application(environ, start_response):
        start_response(*arguments)
        return chunks

    return application


def header(name, value):
    return starting('200 OK', [(name, value)])


class Text(str):
    pass


status_bytes = starting(b'200 OK', [])
status_number = starting(200, [])
status_short = starting('20 OK', [])
status_word = starting('OK', [])
status_line = starting('200 OK\r\nX: y', [])
status_wide = starting('200 \u20ac', [])
headers_tuple = starting('200 OK', ())
headers_dict = starting('200 OK', {'X-A': 'b'})
headers_none = starting('200 OK', None)
header_list = starting('200 OK', [['X-A', 'b']])
header_three = starting('200 OK', [('X-A', 'b', 'c')])
header_bytes = header(b'X-A', 'b')
value_bytes = header('X-A', b'b')
value_number = header('Content-Length', 3)
name_space = header('X A', 'b')
name_colon = header('X-A:', 'b')
name_empty = header('', 'b')
name_wide = header('X-\xfc', 'b')
value_line = header('X-A', 'b\r\nX-B: c')
value_feed = header('X-A', 'b\n')
value_nul = header('X-A', 'b\0')
value_wide = header('X-A', '\u20ac')
value_long = header('X-A', '\0' + 'b' * 1000)
length_word = header('Content-Length', 'three')
length_minus = header('Content-Length', '-3')
length_twice = starting('200 OK', [('Content-Length', '1'), ('content-length', '1')])
status_header = header('Status', '200 OK')
hop_connection = header('Connection', 'close')
hop_keep_alive = header('keep-alive', 'timeout=5')
hop_te = header('TE', 'trailers')
hop_trailer = header('Trailer', 'X-A')
hop_transfer = header('Transfer-Encoding', 'chunked')
hop_upgrade = header('Upgrade', 'websocket')
hop_authenticate = header('Proxy-Authenticate', 'Basic')
hop_authorization = header('Proxy-Authorization', 'x')
chunk_str = starting('200 OK', [], chunks=['text'])
chunk_number = starting('200 OK', [], chunks=[1])
chunk_none = starting('200 OK', [], chunks=[None])
chunk_bytearray = starting('200 OK', [], chunks=[bytearray(b'x')])
chunks_str = starting('200 OK', [], chunks='text')
chunks_bytes = starting('200 OK', [], chunks=b'text')
chunks_none = starting('200 OK', [], chunks=None)
chunks_number = starting('200 OK', [], chunks=3)
subclasses = starting(Text('200 OK'), [(Text('X-A'), Text('b'))])
exc_info_number = starting('200 OK', [], 3)
exc_info_triple = starting('200 OK', [], (None, None, None))
no_arguments = starting()


def never(environ, start_response):
    return [b'x']


def never_empty(environ, start_response):
    return []


def twice(environ, start_response):
    start_response('200 OK', [])
    start_response('201 Created', [])
    return [b'x']


def write_text(environ, start_response):
    start_response('200 OK', [])('text')
    return []


def chunk_later(environ, start_response):
    start_response('200 OK', [])
    yield b'abc'
    yield 'text'


def replaced(environ, start_response):
    start_response('200 OK', [('X-A', 'first'), ('Content-Length', '99')])
    try:
        raise ValueError('of the application')
    except ValueError:
        start_response('500 Oops', [('X-A', 'second')], sys.exc_info())
    return [b'sorry']


def replaced_after_empty(environ, start_response):
    start_response('200 OK', [])
    yield b''
    try:
        raise ValueError('of the application')
    except ValueError:
        start_response('500 Oops', [], sys.exc_info())
    yield b'sorry'


def too_late(environ, start_response):
    start_response('200 OK', [])
    yield b'abc'
    try:
        raise ValueError('of the application')
    except ValueError:
        start_response('500 Oops', [], sys.exc_info())
    yield b'never sent'


def kept(environ, start_response):
    keep[:] = [start_response, start_response('200 OK', [])]
    return [b'x']


def use_kept(environ, start_response):
    told = []
    for use in (lambda: keep[0]('200 OK', []), lambda: keep[1](b'late')):
        try:
            use()
        except RuntimeError as error:
            told.append(str(error))
    start_response('200 OK', [])
    return ['\n'.join(told).encode()]


application = by_path(globals())
