"""The table of routes: each trouble registers itself here, and the index page is made of what it said."""

import urllib.parse
from collections import namedtuple

Route = namedtuple("Route", "path theme method example elsewhere here ends call")
ROUTES = {}


def trouble(path, *, elsewhere, here, method="GET", example="", ends="", theme=None):
    """Registers a WSGI callable at a path.

    `elsewhere` says what becomes of it under mod_wsgi or another server, `here` what to expect under
    Vivarium; `example` is a query string for the link on the index page, and `ends` how a request is ended
    that would wait for ever. The theme is the first line of the module unless given.
    """
    def register(call):
        if path in ROUTES:
            raise ValueError(f"two troubles at {path}")
        group = theme or call.__globals__["__doc__"].splitlines()[0].rstrip(".")
        ROUTES[path] = Route(path, group, method, example, elsewhere, here, ends, call)
        return call
    return register


def find(path):
    """The route of a path; one whose path ends with a slash also serves everything below it."""
    return ROUTES.get(path) or ROUTES.get("/" + path.lstrip("/").partition("/")[0] + "/")


def query(environ):
    """The query string as a dict of the first values."""
    parsed = urllib.parse.parse_qs(environ.get("QUERY_STRING", ""))
    return {name: values[0] for name, values in parsed.items()}


def number(environ, name, default, highest):
    """A number of the query string: of the default's type, not negative, bounded so that no route harms."""
    try:
        return min(max(type(default)(query(environ)[name]), type(default)(0)), highest)
    except (KeyError, ValueError):
        return default


def plain(start_response, text, status="200 OK", headers=()):
    """Answers with a line of text, as a well-behaved application would."""
    body = (text + "\n").encode("utf-8")
    start_response(status, [("Content-Type", "text/plain; charset=utf-8"),
                            ("Content-Length", str(len(body))), *headers])
    return [body]
