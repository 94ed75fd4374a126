"""Code to be stopped in. Tests find its lines by their markers."""

import asyncio
import contextlib
import io
import logging
import os
import sys

COUNTER = [0]
CALLED = []


def application(environ, start_response):
    path = environ['PATH_INFO']  # @entry
    page = PAGES[path]  # @dispatch
    body = page(environ, start_response)
    return body  # @leave


def plain(environ, start_response):
    name = environ['QUERY_STRING'] or 'nobody'  # @name
    greeting = greet(name)  # @greet
    start_response('200 OK', [('Content-Type', 'text/plain')])  # @start
    return [greeting.encode()]  # @return


def greet(name):
    length = len(name)  # @inside
    return f'Hello {name} ({length})'  # @greeted


def folded(environ, start_response):
    if ' '.join([  # @folded
            greet('one'),
            shout(
                greet('two'))]):
        shout.__doc__ = greet.__doc__
        text = str(environ)
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [text.encode()]


def shout(text):
    return text.upper()  # @shouted


def streamed(environ, start_response):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return parts(3)


def parts(count):
    for number in range(count):
        text = f'part {number};'  # @part
        yield text.encode()  # @yield
    number = -1  # @parts-end


def failing(environ, start_response):
    data = {'one': 1}
    return [data['two']]  # @raise


def handled(environ, start_response):
    try:
        environ['no.such.key']  # @caught
    except KeyError:
        found = os.environ.get('NO_SUCH_VARIABLE', 'nothing')  # @handler
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [found.encode()]


def constructs(environ, start_response):
    seen = []
    with contextlib.suppress(ValueError):
        seen.append(1)  # @with
        raise ValueError('suppressed')  # @with-raise
    try:
        seen.append(2)  # @try
    finally:
        seen.append(3)  # @finally
    squares = [square(n) for n in (2, 3)]  # @comprehension
    seen.append(asyncio.run(later(4)))  # @async-call
    start_response('200 OK', [('Content-Type', 'text/plain')])  # @constructs-end
    return [repr(seen + squares).encode()]


def comprehended(environ, start_response):
    squares = [square(n) for n in (1, 2, 3)]  # @list
    total = sum(square(n) for n in squares)  # @generator-expression
    several = {
        n:
        square(n)  # @several-lines
        for n in (4, 5)
    }
    start_response('200 OK', [('Content-Type', 'text/plain')])  # @comprehended
    return [repr((squares, total, several)).encode()]


def consumed(environ, start_response):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    body = []
    for part in parts(2):  # @for
        body.append(part)  # @consumed
    return body  # @consumed-end


class Tagging:
    """Middleware."""

    def __init__(self, application):
        self.application = application

    def __call__(self, environ, start_response):
        def tagged(status, headers, exc_info=None):
            tag = ('X-Tag', 'yes')  # @tag
            return start_response(status, [*headers, tag], exc_info)  # @tagged
        body = self.application(environ, tagged)  # @through
        return body  # @back


async def meeting(environ, start_response):
    first = await later(1)  # @await
    both = await asyncio.gather(later(first), later(first + 1))  # @gather
    async with Door() as door:  # @async-with
        both.append(door)  # @door
    async for number in countdown(2):  # @async-for
        both.append(number)  # @number
    start_response('200 OK', [('Content-Type', 'text/plain')])  # @meeting-end
    return [repr(both).encode()]


def met(environ, start_response):
    return asyncio.run(meeting(environ, start_response))  # @run


class Door:
    async def __aenter__(self):
        return 'open'  # @enter

    async def __aexit__(self, *exception):
        return None  # @exit


async def countdown(number):
    while number:
        yield number  # @count
        number -= 1  # @down


def square(n):
    return n * n  # @square


async def later(n):
    await asyncio.sleep(0)  # @async
    return n + 1  # @async-end


def looping(environ, start_response):
    total = 0
    for number in range(int(environ['QUERY_STRING'] or 1000)):
        total += number  # @loop
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [str(total).encode()]


def large(environ, start_response):
    text = 'x' * 50_000_000
    numbers = list(range(100_000))
    mapping = {f'key{n}': n for n in range(1000)}
    start_response('200 OK', [('Content-Type', 'text/plain')])  # @large
    return [f'{len(text)} {len(numbers)} {len(mapping)}'.encode()]


def by_hand(environ, start_response):
    word = 'before'
    breakpoint()
    word += '!'  # @by-hand
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [word.encode()]


def by_variable(environ, start_response):
    os.environ['PYTHONBREAKPOINT'] = environ['QUERY_STRING']
    CALLED.clear()
    seen = []
    for word in ('one', 'two'):
        breakpoint()  # @by-variable
        seen.append(word)  # @after-variable
    start_response('200 OK', [('Content-Type', 'text/plain')])
    del os.environ['PYTHONBREAKPOINT']
    return [' '.join(seen + CALLED).encode()]


def remember(*arguments, **keywords):
    CALLED.append(f'called{arguments}{keywords}')


def own_stop():
    import pdb
    pdb.set_trace(header='my own stop')
    return None  # @own-stop


def by_pdb(environ, start_response):
    import pdb
    word = 'before'
    pdb.set_trace()
    word += '!'  # @by-pdb
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [word.encode()]


def post_mortem(environ, start_response):
    import pdb
    try:
        failing(environ, start_response)
    except KeyError:
        pdb.post_mortem()
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [b'after']


def endless(environ, start_response):
    COUNTER[0] = 0
    while COUNTER[0] >= 0:
        COUNTER[0] += 1  # @endless
    start_response('200 OK', [('Content-Type', 'text/plain')])  # @endless-end
    return [b'ended']


def spin():
    while True:
        try:
            COUNTER[0] += 1
        except BaseException:  # as careless code does
            return True


def redirected(environ, start_response):
    word = 'here'
    stdout, sys.stdout = sys.stdout, io.StringIO()
    try:
        print('for the framework')
        breakpoint()
        print(word)  # @redirected
        printed = sys.stdout.getvalue()
    finally:
        sys.stdout = stdout
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [printed.encode()]


def api(environ, start_response):
    start_response('200 OK', [('Content-Type', 'application/json')])
    yield b'{"animals": ['
    count = int(environ['wsgi.input'].read() or 0)
    yield b'%d]}' % (12 // count)  # @api


def teapot(environ, start_response):
    start_response('418 I am a teapot', [('Content-Type', 'text/plain')])  # @teapot
    return [b'short and stout']


def logged(environ, start_response):
    print('by print 1', file=environ['wsgi.errors'])
    errors = 'told'  # @after-errors
    print('by print 2', file=sys.stderr)
    stderr = 'told'  # @after-stderr
    logging.getLogger('debugged').warning('by record %d', 3)
    record = 'told'  # @after-record
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [f'{errors} {stderr} {record}'.encode()]


PAGES = {
    '/plain': plain, '/streamed': streamed, '/failing': failing, '/handled': handled, '/constructs': constructs,
    '/looping': looping, '/large': large, '/breakpoint': by_hand, '/set_trace': by_pdb, '/post_mortem': post_mortem,
    '/endless': endless, '/teapot': teapot, '/variable': by_variable, '/redirected': redirected,
    '/logged': logged, '/folded': folded,
    '/comprehended': comprehended, '/consumed': consumed, '/middleware': Tagging(plain), '/met': met, '/api': api,
}
