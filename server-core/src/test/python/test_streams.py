import io
import unittest

from fake_call import FakeCall
from vivarium_agent.streams import Errors, FileWrapper, Input

BLOCK = 1 << 20


class InputTest(unittest.TestCase):
    def test_read(self):
        stream = Input(FakeCall(b'abcdef'))
        self.assertEqual([stream.read(2), stream.read(0), stream.read(), stream.read(5)], [b'ab', b'', b'cdef', b''])

    def test_every_negative_size_is_all(self):
        self.assertEqual(Input(FakeCall(b'abc')).read(-7), b'abc')
        self.assertEqual(Input(FakeCall(b'abc')).read(None), b'abc')
        self.assertEqual(Input(FakeCall(b'abc\ndef')).readline(None), b'abc\n')

    def test_bytes_are_bytes(self):
        every = bytes(range(256))
        self.assertEqual(Input(FakeCall(every)).read(), every)

    def test_a_short_body_is_asked_for_once(self):
        call = FakeCall(b'abc')
        Input(call).read()
        self.assertEqual(call.said, [('read', BLOCK, 'read()')])

    def test_a_long_one_in_blocks_of_one_call(self):
        body = b'0123456789abcdef' * (BLOCK // 8)
        call = FakeCall(body)
        self.assertEqual(Input(call).read(), body)
        self.assertEqual(call.said, [('read', BLOCK, 'read()'), ('read', BLOCK, ''), ('read', BLOCK, '')])
        call = FakeCall(body)
        self.assertEqual(Input(call).read(BLOCK + 5), body[:BLOCK + 5])
        self.assertEqual(call.said, [('read', BLOCK, f'read({BLOCK + 5})'), ('read', 5, '')])

    def test_lines(self):
        stream = Input(FakeCall(b'ab\ncd\nef'))
        self.assertEqual([stream.readline(1), stream.readline(), stream.readline(10**12)], [b'a', b'b\n', b'cd\n'])
        self.assertEqual(list(stream), [b'ef'])

    def test_readlines(self):
        self.assertEqual(Input(FakeCall(b'a\nb\nc')).readlines(), [b'a\n', b'b\n', b'c'])
        self.assertEqual(Input(FakeCall(b'a\nb\nc')).readlines(0), [b'a\n', b'b\n', b'c'])
        self.assertEqual(Input(FakeCall(b'a\nb\nc')).readlines(3), [b'a\n', b'b\n'])

    def test_a_broken_connection_is_an_oserror(self):
        for use in Input.read, Input.readline, Input.readlines, next:
            with self.assertRaisesRegex(OSError, 'client connection closed'):
                use(Input(FakeCall(b'abc', broken_after=0)))


class ErrorsTest(unittest.TestCase):
    def test_lines_are_logged_as_they_end(self):
        call = FakeCall()
        errors = Errors(call)
        for text in 'a', 'b\nc\nd', '', 'e\n':
            errors.write(text)
        errors.writelines(['f', 'g'])
        errors.flush()
        errors.flush()
        self.assertEqual(call.said, [('log', 'ab\nc'), ('log', 'de'), ('log', 'fg')])

    def test_what_is_left_is_logged_at_the_end(self):
        call = FakeCall()
        errors = Errors(call)
        errors.write('a')
        errors._expire()
        self.assertEqual(call.said, [('log', 'a')])
        self.assertTrue(errors.closed)
        with self.assertRaisesRegex(RuntimeError, 'The request has expired and the log object is no longer valid'):
            print('late', file=errors)

    def test_only_text(self):
        with self.assertRaisesRegex(TypeError, 'must be str, not bytes'):
            Errors(FakeCall()).write(b'a')

    def test_is_a_text_stream_of_its_server(self):
        errors = Errors(FakeCall())
        self.assertEqual((errors.isatty(), errors.readable(), errors.writable(), errors.seekable()), (False, False, True, False))
        self.assertRaises(OSError, errors.fileno)
        self.assertRaises(RuntimeError, errors.close)


class FileWrapperTest(unittest.TestCase):
    def test_blocks(self):
        self.assertEqual(list(FileWrapper(io.BytesIO(b'abcdefg'), 3)), [b'abc', b'def', b'g'])

    def test_close(self):
        file = io.BytesIO(b'')
        FileWrapper(file).close()
        self.assertTrue(file.closed)
        self.assertFalse(hasattr(FileWrapper(object()), 'close'))


if __name__ == '__main__':
    unittest.main()
