"""The PEP 3333 gateway: one request, from the environ to ``close()``.

The host calls :meth:`Gateway.serve` on the request's own thread with the environ and a *call*, an object with these methods:

``read(size, label)``  Latin-1 text of at most that many bytes, blocking until they are there; None: see ``problem()``
``readline(size, label)``   the same for a line; a size of -1 is any
``start(status, headers)``   ``start_response`` was called; headers alternate name and value, joined by NUL
``write(chunk)``       gives the client these bytes now; False when it has gone away
``write_all(chunk)``   the body consists of this chunk only; the host sends it when :meth:`Gateway.serve` has returned
``finish()``           the body is complete
``gone()``             the client went away while the response was made
``failed(type, message, traceback, frames)``   an exception left the application
``found(rule, message, file, line)``   something about the application is worth a look, see :mod:`vivarium_agent.habits`
``log(text)``          lines for the error log
``problem()``          why ``read`` failed
"""

import sys

from vivarium_agent import failures, habits, rules
from vivarium_agent.debugging.hooks import hooks
from vivarium_agent.graalpy import gil_held
from vivarium_agent.streams import Errors, FileWrapper, Input


class ClientGone(OSError):
    """The client closed its connection before it had the whole response."""

    def __init__(self):
        super().__init__('client connection closed')


class Response:
    """``start_response`` and ``write`` of one request."""

    __slots__ = ('_call', '_started', '_sent', '_has_length', '_returned', '_armed')

    def __init__(self, call, armed):
        self._call = call
        self._armed = armed
        self._started = False
        self._sent = False
        self._has_length = False
        self._returned = False

    def start_response(self, status, headers, exc_info=None):
        call = self._alive()
        if self._armed:
            hooks.responding(status, sys._getframe(1))
        if exc_info and rules.check_exc_info(exc_info):
            try:
                if self._sent:
                    raise exc_info[1].with_traceback(exc_info[2])
            finally:
                exc_info = None
        elif self._started:
            raise rules.RuleBroken('start_response was called a second time without exc_info (PEP 3333)')
        rules.check_status(status)
        self._has_length = rules.check_headers(headers)
        text = '\0'.join([part for header in headers for part in header])
        with gil_held:
            call.start(status, text)
        if self._returned and not self._started:
            habits.late_start(call)
        self._started = True
        return self._write_callable

    def _write_callable(self, chunk):
        """What ``start_response`` returns."""
        if not self._sent:
            habits.write_callable(self._alive())
        self.write(chunk)

    def write(self, chunk):
        call = self._alive()
        rules.check_chunk(chunk)
        if chunk:
            if not self._started:
                raise rules.RuleBroken('start_response must be called before the first byte of the response (PEP 3333)')
            self._sent = True
            if not call.write(chunk):
                raise ClientGone

    def send(self, result):
        self._returned = True
        if type(result) not in habits.USUAL:
            habits.iterable(self._alive(), result)
        single = type(result) in (list, tuple) and len(result) == 1
        if single and not self._sent and not self._has_length:
            chunk = result[0]
            rules.check_chunk(chunk)
            if chunk and self._started:
                if self._armed:
                    hooks.yielding(1, result, sys._getframe())
                self._sent = True
                with gil_held:
                    self._call.write_all(chunk)
                return
        try:
            chunks = iter(result)
        except TypeError:
            raise rules.RuleBroken(
                f'the application must return an iterable of bytes, not {rules.value(result)} (PEP 3333)') from None
        for number, chunk in enumerate(chunks, 1):
            if self._armed:
                hooks.yielding(number, result, sys._getframe())
            self.write(chunk)
        if not self._started:
            raise rules.RuleBroken('the application never called start_response (PEP 3333)')
        self._call.finish()

    def expire(self):
        self._call = None

    def _alive(self):
        if self._call is None:
            raise RuntimeError('The request has expired and its response can no longer be changed.')
        return self._call


class Gateway:
    """Calls one application.

    ``constants`` are the keys of the environ that are the same in every request; ``active`` maps the id of each running
    request to its environ.
    """

    def __init__(self, application, constants):
        self.application = application
        self.active = {}
        self.constants = {
            **constants,
            'wsgi.version': (1, 0),
            'wsgi.multiprocess': False,
            'wsgi.run_once': False,
            'wsgi.input_terminated': True,
            'wsgi.file_wrapper': FileWrapper,
        }

    def serve(self, call, variables, armed=False):
        """Serves the request to its end. Nothing that the application raises leaves this method.

        ``variables`` are keys and values of the environ, alternating, joined by NUL, which none of them holds. ``armed`` says
        whether the debugger is to be told of the request's moments.
        """
        pairs = iter(variables.split('\0'))
        environ = dict(zip(pairs, pairs))
        environ.update(self.constants)
        environ['mod_wsgi.thread_id'] = int(environ['mod_wsgi.thread_id'])
        environ['mod_wsgi.request_start'] = float(environ['mod_wsgi.request_start'])
        environ['wsgi.input'] = stream = Input(call)
        environ['wsgi.errors'] = errors = Errors(call)
        response = Response(call, armed)
        if armed:
            hooks.entering(environ)
        request_id = environ['mod_wsgi.request_id']
        self.active[request_id] = environ
        try:
            self._run(environ, response)
        except ClientGone:
            call.gone()
        except BaseException as exception:
            failure = failures.strings(exception)
            hooks.left(exception, failure)
            call.failed(*failure)
        finally:
            del self.active[request_id]
            response.expire()
            stream._expire()
            errors._expire()

    def _run(self, environ, response):
        result = self.application(environ, response.start_response)
        try:
            response.send(result)
        finally:
            if hasattr(result, 'close'):
                result.close()
