"""What the host hands to the gateway for a request, for tests without a host."""

import io

ENVIRON = {
    'REQUEST_METHOD': 'GET', 'SCRIPT_NAME': '', 'PATH_INFO': '/', 'QUERY_STRING': '', 'SERVER_NAME': 'here',
    'SERVER_PORT': '80', 'SERVER_PROTOCOL': 'HTTP/1.1', 'wsgi.url_scheme': 'http', 'mod_wsgi.thread_id': '1',
    'mod_wsgi.request_start': '1.5', 'mod_wsgi.request_id': 'r-1'}

VARIABLES = '\0'.join([part for pair in ENVIRON.items() for part in pair])


class FakeCall:
    """Writes down what the gateway says. The client goes away after ``patience`` chunks, where that is given."""

    def __init__(self, body=b'', patience=None, broken_after=None):
        self.said = []
        self.findings = []
        self._body = io.BytesIO(body)
        self._patience = patience
        self._broken_after = broken_after

    def read(self, size, label):
        self.said.append(('read', size, label))
        return self._text(self._body.read(size))

    def readline(self, size, label):
        self.said.append(('readline', size, label))
        return self._text(self._body.readline(size))

    def _text(self, data):
        if self._broken_after is not None and self._body.tell() > self._broken_after:
            return None
        return data.decode('latin-1')

    def problem(self):
        return 'client connection closed'

    def start(self, status, headers):
        self.said.append(('start', status, headers))

    def write(self, chunk):
        return self._sent('write', chunk)

    def write_all(self, chunk):
        return self._sent('write_all', chunk)

    def _sent(self, how, chunk):
        self.said.append((how, chunk))
        if self._patience is not None:
            self._patience -= 1
            return self._patience >= 0
        return True

    def finish(self):
        self.said.append(('finish',))

    def gone(self):
        self.said.append(('gone',))

    def failed(self, kind, message, traceback, frames):
        self.said.append(('failed', kind, message))

    def found(self, rule, message, file, line):
        self.findings.append((rule, message, file, line))

    def log(self, text):
        self.said.append(('log', text))
