"""Applications that fail, and things that only look dangerous."""

import asyncio
import logging
import os
import sqlite3
import sys
import tempfile
import threading

from wire import by_path

local = threading.local()
kept = []
files = []


def text(start_response, *values):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [' '.join(str(value) for value in values).encode()]


def before(environ, start_response):
    raise ValueError('before start_response')


def between(environ, start_response):
    start_response('200 OK', [])
    raise ValueError('before the first chunk')


def in_generator(environ, start_response):
    start_response('200 OK', [])
    yield b''
    raise ValueError('before the first chunk')


def later(environ, start_response):
    start_response('200 OK', [])
    yield b'abc'
    raise ValueError('after the first chunk')


class Closing:
    def __init__(self, chunks, error):
        self._chunks = iter(chunks)
        self._error = error

    def __iter__(self):
        return self

    def __next__(self):
        chunk = next(self._chunks)
        if isinstance(chunk, Exception):
            raise chunk
        return chunk

    def close(self):
        print('closed', file=sys.stderr)
        if self._error:
            raise self._error


def closed_after_error(environ, start_response):
    start_response('200 OK', [])
    return Closing([b'abc', ValueError('in iteration')], None)


def close_raises(environ, start_response):
    start_response('200 OK', [])
    return Closing([b'abc'], ValueError('in close'))


def both_raise(environ, start_response):
    start_response('200 OK', [])
    return Closing([ValueError('in iteration')], KeyError('in close'))


def exit_process(environ, start_response):
    sys.exit(3)


def exit_in_generator(environ, start_response):
    start_response('200 OK', [])
    yield b'abc'
    sys.exit(3)


def exit_now(environ, start_response):
    os._exit(3)


def interrupt(environ, start_response):
    raise KeyboardInterrupt


def generator_exit(environ, start_response):
    raise GeneratorExit


def recursion(environ, start_response):
    return recursion(environ, start_response)


def cause(environ, start_response):
    try:
        {}['inner']
    except KeyError as error:
        raise RuntimeError('outer') from error


class Unprintable(Exception):
    def __str__(self):
        raise TypeError('no words')


def unprintable(environ, start_response):
    raise Unprintable


def markup(environ, start_response):
    raise ValueError('<script>alert("1")</script> & \u20ac \udc80')


def not_callable(environ, start_response):
    return None()


def database(environ, start_response):
    with sqlite3.connect(':memory:') as connection:
        connection.execute('create table t (a)')
        connection.executemany('insert into t values (?)', [(1,), (2,)])
        return text(start_response, connection.execute('select sum(a) from t').fetchone()[0])


def thread_local(environ, start_response):
    local.count = getattr(local, 'count', 0) + 1
    return text(start_response, local.count >= 1, len(vars(local)))


def own_thread(environ, start_response):
    found = []
    thread = threading.Thread(target=lambda: found.append(hasattr(local, 'count')))
    thread.start()
    thread.join()
    return text(start_response, *found)


def own_loop(environ, start_response):
    async def answer():
        await asyncio.sleep(0)
        return 'from a coroutine'

    return text(start_response, asyncio.run(answer()))


def logs(environ, start_response):
    logging.getLogger('wire').warning('a %s', 'warning')
    return text(start_response, 'logged')


def errors(environ, start_response):
    stream = environ['wsgi.errors']
    print('one line', file=stream)
    stream.write('two\nlines\n')
    stream.writelines(['begun', ' and ended\n'])
    stream.write('flushed')
    stream.flush()
    stream.write('never ended')
    return text(start_response, stream.isatty(), stream.closed)


def keep(environ, start_response):
    kept[:] = [environ['wsgi.errors'], environ['wsgi.input']]
    return text(start_response, 'kept')


def use(environ, start_response):
    told = []
    for act in (lambda: kept[0].write('late'), lambda: kept[0].flush(), lambda: print('late', file=kept[0]),
                lambda: kept[1].read(), lambda: kept[1].readline(), lambda: next(kept[1])):
        try:
            act()
        except RuntimeError as error:
            told.append(str(error))
    start_response('200 OK', [])
    return ['\n'.join(told).encode()]


def file(environ, start_response):
    opened = tempfile.TemporaryFile()
    opened.write(b'0123456789' * 100_000)
    opened.seek(0)
    files[:] = [opened]
    start_response('200 OK', [('Content-Length', '1000000')])
    return environ['wsgi.file_wrapper'](opened, 4096)


def file_default(environ, start_response):
    opened = tempfile.TemporaryFile()
    opened.write(b'abc')
    opened.seek(0)
    start_response('200 OK', [])
    return environ['wsgi.file_wrapper'](opened)


def file_closed(environ, start_response):
    return text(start_response, files[0].closed)


def secrets(environ, start_response):
    environ['DJANGO_SECRET_KEY'] = 'hidden 1'
    raise ValueError('with secrets')


application = by_path(globals())
