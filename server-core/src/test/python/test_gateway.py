import io
import linecache
import sys
import unittest
from wsgiref.validate import validator

from fake_call import VARIABLES, FakeCall
from vivarium_agent.gateway import Gateway

CONSTANTS = {'wsgi.multithread': True}


def said(application, **arguments):
    call = FakeCall(**arguments)
    Gateway(application, CONSTANTS).serve(call, VARIABLES)
    return call.said


def found(application):
    call = FakeCall()
    Gateway(application, CONSTANTS).serve(call, VARIABLES)
    return call.findings


def answering(chunks, headers=()):
    def application(environ, start_response):
        start_response('200 OK', list(headers))
        return chunks
    return application


START = ('start', '200 OK', '')


class Closing:
    def __init__(self, chunks):
        self.chunks = iter(chunks)
        self.closed = 0

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.chunks)

    def close(self):
        self.closed += 1


class GatewayTest(unittest.TestCase):
    def test_one_chunk_is_sent_at_once(self):
        self.assertEqual(said(answering([b'abc'])), [START, ('write_all', b'abc')])
        self.assertEqual(said(answering((b'abc',))), [START, ('write_all', b'abc')])

    def test_one_chunk_of_announced_length_is_sent_as_any_other(self):
        self.assertEqual(
            said(answering([b'abc'], [('content-length', '3')])),
            [('start', '200 OK', 'content-length\0003'), ('write', b'abc'), ('finish',)])

    def test_empty_chunks_are_not_sent(self):
        self.assertEqual(said(answering([b'', b'a', b'', b'b'])), [START, ('write', b'a'), ('write', b'b'), ('finish',)])
        self.assertEqual(said(answering([])), [START, ('finish',)])
        self.assertEqual(said(answering([b''])), [START, ('finish',)])

    def test_write_comes_before_what_is_returned(self):
        def application(environ, start_response):
            start_response('200 OK', [])(b'a')
            return [b'b']
        self.assertEqual(said(application), [START, ('write', b'a'), ('write', b'b'), ('finish',)])

    def test_habits_are_told(self):
        def late(environ, start_response):
            start_response('200 OK', [])  # the line that is named
            yield b'a'

        def writing(environ, start_response):
            write = start_response('200 OK', [])
            write(b'a')
            write(b'b')
            return []
        self.assertEqual(found(answering([b'a'])), [])
        self.assertEqual(found(answering(iter((b'a',)))), [])
        self.assertEqual(found(answering(b'abc'))[0][:2], (
            'bad-iterable', 'The application returned bytes: iterating over it gives single characters'))
        self.assertEqual(found(answering(io.BytesIO(b'a')))[0][0], 'bad-iterable')
        self.assertEqual(found(answering({b'a': 1}))[0][0], 'bad-iterable')
        (rule, _, file, line), = found(late)
        self.assertEqual((rule, file), ('late-start-response', __file__))
        self.assertIn('the line that is named', linecache.getline(file, line))
        self.assertEqual([finding[0] for finding in found(writing)], ['write-callable'])

    def test_headers_travel_flat(self):
        self.assertEqual(
            said(answering([], [('X-A', 'b'), ('X-C', '')])), [('start', '200 OK', 'X-A\0b\0X-C\0'), ('finish',)])

    def test_close_is_called_once(self):
        for chunks in [b'a'], [], [b'a', 'text']:
            result = Closing(chunks)
            said(answering(result))
            self.assertEqual(result.closed, 1)

    def test_close_is_called_when_the_client_goes_away(self):
        result = Closing([b'a', b'b', b'c'])
        self.assertEqual(said(answering(result), patience=1), [START, ('write', b'a'), ('write', b'b'), ('gone',)])
        self.assertEqual(result.closed, 1)

    def test_write_raises_oserror_when_the_client_goes_away(self):
        caught = []

        def application(environ, start_response):
            write = start_response('200 OK', [])
            try:
                write(b'a')
            except OSError as error:
                caught.append(str(error))
            return []
        self.assertEqual(said(application, patience=0), [START, ('write', b'a'), ('finish',)])
        self.assertEqual(caught, ['client connection closed'])

    def test_an_exception_is_told(self):
        def application(environ, start_response):
            raise KeyError('x')
        self.assertEqual(said(application), [('failed', 'KeyError', "'x'")])

    def test_exits_are_exceptions(self):
        for leave in sys.exit, exit_by_interrupt:
            def application(environ, start_response):
                leave()
            self.assertEqual(said(application)[0][0], 'failed')

    def test_exc_info(self):
        def application(environ, start_response):
            start_response('200 OK', [])
            try:
                raise ValueError('x')
            except ValueError:
                start_response('500 Oops', [], sys.exc_info())
            return [b'sorry']
        self.assertEqual(said(application), [START, ('start', '500 Oops', ''), ('write_all', b'sorry')])

    def test_exc_info_after_the_first_chunk(self):
        def application(environ, start_response):
            start_response('200 OK', [])(b'a')
            try:
                raise ValueError('x')
            except ValueError:
                start_response('500 Oops', [], sys.exc_info())
            return [b'never']
        self.assertEqual(said(application), [START, ('write', b'a'), ('failed', 'ValueError', 'x')])

    def test_the_environ(self):
        seen = []

        def application(environ, start_response):
            seen.append(dict(environ))
            seen.append(gateway.active['r-1'] is environ)
            start_response('200 OK', [])
            return []
        gateway = Gateway(application, CONSTANTS)
        gateway.serve(FakeCall(), VARIABLES)
        environ, active = seen
        self.assertTrue(active)
        self.assertEqual(gateway.active, {})
        self.assertEqual(environ['PATH_INFO'], '/')
        self.assertEqual(environ['mod_wsgi.thread_id'], 1)
        self.assertEqual(environ['mod_wsgi.request_start'], 1.5)
        self.assertIs(environ['wsgi.multithread'], True)
        self.assertEqual(environ['wsgi.version'], (1, 0))

    def test_everything_expires_with_the_request(self):
        kept = []

        def application(environ, start_response):
            kept.extend([environ['wsgi.errors'].flush, environ['wsgi.input'].read, lambda: start_response('200 OK', [])])
            write = start_response('200 OK', [])
            kept.append(lambda: write(b'late'))
            return []
        said(application)
        for use in kept:
            with self.assertRaisesRegex(RuntimeError, 'The request has expired'):
                use()

    def test_wsgiref_has_nothing_to_say(self):
        def application(environ, start_response):
            environ['wsgi.errors'].write('x\n')
            body = environ['wsgi.input'].read(3) + environ['wsgi.input'].readline() + b''.join(environ['wsgi.input'])
            start_response('200 OK', [('Content-Type', 'text/plain')])
            return [body]
        outcome = said(validator(application), body=b'abcd\ne\nf')
        self.assertEqual(outcome[-2:], [('write', b'abcd\ne\nf'), ('finish',)])


def exit_by_interrupt():
    raise KeyboardInterrupt


if __name__ == '__main__':
    unittest.main()
