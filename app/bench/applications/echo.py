"""Sends back the body that it was sent: bodies go through the server in both directions."""


def application(environ, start_response):
    """The WSGI application."""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    start_response("200 OK", [("Content-Type", "application/octet-stream"), ("Content-Length", str(len(body)))])
    return [body]
