"""Exceptions, at each moment of a response."""

import sys

from routes import number, plain, trouble

TEXT = [("Content-Type", "text/plain; charset=utf-8")]


class Closing:
    """An iterable whose close() fails."""

    def __iter__(self):
        return iter([b"all of the body\n"])

    def close(self):
        raise RuntimeError("raised in close()")  # @close


@trouble(
    "/raise/before",
    elsewhere="A bare “Internal Server Error”; the traceback is in the error log only.",
    here="A 500 page with the traceback and the environ, secrets masked.",
)
def raise_before(environ, start_response):
    colour = environ.get("HTTP_X_COLOUR", "green")
    raise ValueError(f"raised before start_response, with colour {colour!r}")  # @before


@trouble(
    "/raise/started",
    elsewhere="A 500: the headers were not sent yet, so they are dropped.",
    here="A 500 with the traceback; the exchange shows the 200 that the application meant to send.",
)
def raise_started(environ, start_response):
    start_response("200 OK", TEXT)
    raise ValueError("raised after start_response, before the first chunk")  # @started


@trouble(
    "/raise/first-chunk",
    elsewhere="A 500; a try block around the call of the application does not see it.",
    here="A 500 with the traceback that shows the generator.",
)
def raise_first_chunk(environ, start_response):
    start_response("200 OK", TEXT)
    if environ:
        raise ValueError("raised by the generator before its first chunk")
    yield b""


@trouble(
    "/raise/chunk",
    elsewhere="200 and half a page; the connection is cut.",
    here="200, the first chunk, then the connection is cut, so that the client can tell; traceback in the "
         "log.",
)
def raise_after_chunk(environ, start_response):
    start_response("200 OK", TEXT)
    yield b"the first chunk\n"
    raise ValueError("raised after the first chunk")  # @chunk


@trouble(
    "/raise/close",
    elsewhere="A good response, and a traceback in the error log.",
    here="The same; the exchange is marked with the exception.",
)
def raise_in_close(environ, start_response):
    start_response("200 OK", TEXT)
    return Closing()


@trouble(
    "/raise/chain",
    elsewhere="All tracebacks in the error log.",
    here="Three tracebacks, with “direct cause” and “during handling” between them.",
)
def raise_chain(environ, start_response):
    try:
        try:
            {}["the key"]
        except KeyError as missing:
            raise LookupError("the setting is missing") from missing
    except LookupError:
        raise RuntimeError("and reporting it failed as well")  # @chain


@trouble(
    "/raise/group",
    elsewhere="The whole tree of exceptions in the error log (Python 3.11 and later).",
    here="The same, and on the 500 page.",
)
def raise_group(environ, start_response):
    if sys.version_info < (3, 11):
        return plain(start_response, "This Python has no exception groups.", "501 Not Implemented")
    raise ExceptionGroup("two things failed", [ValueError("one"), TypeError("two")])  # noqa: F821


@trouble(
    "/raise/recursion",
    elsewhere="RecursionError; without a limit, or in a small thread stack, a crash.",
    here="A 500 with a RecursionError, its traceback shortened; Vivarium lives.",
)
def raise_recursion(environ, start_response):
    def deeper(depth):
        return deeper(depth + 1) + 1  # @recursion
    return plain(start_response, str(deeper(0)))


@trouble(
    "/raise/syntax",
    elsewhere="A 500; the traceback ends with the offending line.",
    here="A 500; the offending line is pointed at.",
)
def raise_syntax(environ, start_response):
    compile("def broken(:\n    pass\n", "broken.py", "exec")


@trouble(
    "/raise/import",
    elsewhere="A 500, at the first request that needs the module, not at start.",
    here="A 500 that names the module.",
)
def raise_import(environ, start_response):
    import a_module_that_nobody_has  # noqa: F401


@trouble(
    "/raise/deep", example="depth=30",
    elsewhere="A long traceback.",
    here="The traceback has all ?depth= frames (500 at most), each with its arguments.",
)
def raise_deep(environ, start_response):
    def step(remaining):
        if remaining == 0:
            raise ValueError("raised at the bottom")
        return step(remaining - 1)
    return step(number(environ, "depth", 30, 500))


@trouble(
    "/exc-info/before",
    elsewhere="Right use: the error response replaces the one that was begun.",
    here="500 “replaced”, as the application says; the exception was handled, so nothing is marked.",
)
def exc_info_before_headers(environ, start_response):
    start_response("200 OK", TEXT)
    try:
        raise ValueError("handled by the application")
    except ValueError:
        start_response("500 Replaced", TEXT, sys.exc_info())  # @exc-info
    return [b"the application's own error page\n"]


@trouble(
    "/exc-info/after",
    elsewhere="Right use: start_response raises the exception, as headers were sent already.",
    here="200, the first chunk, then the connection is cut; the original traceback is in the log.",
)
def exc_info_after_headers(environ, start_response):
    start_response("200 OK", TEXT)
    yield b"the first chunk\n"
    try:
        raise ValueError("too late for another status")
    except ValueError:
        start_response("500 Too Late", TEXT, sys.exc_info())
    yield b"never sent\n"


@trouble(
    "/start-twice",
    elsewhere="“headers have already been sent” or the second silently wins.",
    here="A 500: start_response may be called again only with exc_info.",
)
def start_twice(environ, start_response):
    start_response("200 OK", TEXT)
    start_response("201 Created", TEXT)
    return [b"two starts\n"]
