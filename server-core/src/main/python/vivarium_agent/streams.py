"""The file-like objects in the environ, each tied to its request."""

from vivarium_agent.graalpy import gil_held

_BLOCK = 1 << 20
_MOST = (1 << 31) - 1  # what the host can count


class Input:
    """``wsgi.input``: what is left of the request's body, and never more.

    Nothing is read ahead: the host reads from the connection when the application asks, so ``Expect: 100-continue`` is
    answered by the first read.
    """

    def __init__(self, call):
        self._call = call

    def read(self, size=-1):
        call = self._alive()
        if size is None or size < 0:
            size, label = None, 'read()'
        else:
            label = f'read({size})'
        blocks = []
        while True:
            wanted = _BLOCK if size is None or size > _BLOCK else size
            block = _received(call, call.read(wanted, label))
            if len(block) < wanted or size == wanted:
                break  # the host gives less only at the end of the body
            blocks.append(block)
            label = ''  # more of the same for the host
            if size is not None:
                size -= wanted
        if not blocks:
            return block
        blocks.append(block)
        return b''.join(blocks)

    def readline(self, size=-1):
        call = self._alive()
        if size is None or size < 0:
            return _received(call, call.readline(-1, 'readline()'))
        return _received(call, call.readline(min(size, _MOST), f'readline({size})'))

    def readlines(self, hint=-1):
        if hint is None or hint <= 0:
            hint, label = float('inf'), 'readlines()'
        else:
            label = f'readlines({hint})'
        call, lines, total = self._alive(), [], 0
        while total < hint:
            line = _received(call, call.readline(-1, label))
            if not line:
                break
            lines.append(line)
            total += len(line)
            label = ''
        return lines

    def __iter__(self):
        return self

    def __next__(self):
        call = self._alive()
        line = _received(call, call.readline(-1, 'next()'))
        if not line:
            raise StopIteration
        return line

    def close(self):
        """The server owns the stream, and may still have to drain it."""

    def _alive(self):
        if self._call is None:
            raise RuntimeError('The request has expired and the input object is no longer valid.')
        return self._call

    def _expire(self):
        self._call = None


def _received(call, text):
    """Bytes cross the channel as Latin-1 text; None says that the connection gave no more."""
    if text is None:
        raise OSError(call.problem())
    return text.encode('latin-1')


class Errors:
    """``wsgi.errors``: a text stream whose lines go to the error log, with the number of their request."""

    encoding = 'utf-8'
    errors = 'backslashreplace'
    name = '<wsgi.errors>'
    mode = 'w'
    newlines = None
    line_buffering = True

    def __init__(self, call):
        self._call = call
        self._pending = ''

    @property
    def closed(self):
        return self._call is None

    def write(self, text):
        call = self._alive()
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        lines = (self._pending + text).split('\n')
        self._pending = lines.pop()
        if lines:
            with gil_held:
                call.log('\n'.join(lines))
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        call = self._alive()
        if self._pending:
            pending, self._pending = self._pending, ''
            with gil_held:
                call.log(pending)

    def isatty(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return True

    def seekable(self):
        return False

    def fileno(self):
        raise OSError('wsgi.errors has no file descriptor')

    def close(self):
        raise RuntimeError('wsgi.errors belongs to the server and cannot be closed')

    def _alive(self):
        if self._call is None:
            raise RuntimeError('The request has expired and the log object is no longer valid.')
        return self._call

    def _expire(self):
        if self._call is not None:
            self.flush()
            self._call = None


class FileWrapper:
    """``wsgi.file_wrapper``: yields a file in blocks, so that no more than a block of it is in memory."""

    def __init__(self, filelike, blksize=65536):
        self.filelike = filelike
        self.blksize = blksize
        if hasattr(filelike, 'close'):
            self.close = filelike.close

    def __iter__(self):
        return self

    def __next__(self):
        block = self.filelike.read(self.blksize)
        if not block:
            raise StopIteration
        return block
