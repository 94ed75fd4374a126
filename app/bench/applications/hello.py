"""The least that a WSGI application can do: what is measured is the server."""

BODY = b"Hello, world!\n"


def application(environ, start_response):
    """The WSGI application."""
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(BODY)))])
    return [BODY]
