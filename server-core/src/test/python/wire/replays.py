"""Tells what it was sent, so that a test can see whether it was the same twice."""


def application(environ, start_response):
    body = environ["wsgi.input"].read()
    sent = sorted("%s=%s" % item for item in environ.items() if item[0].startswith(("HTTP_", "CONTENT_")))
    lines = [environ["REQUEST_METHOD"] + " " + environ["REQUEST_URI"], *sent, repr(body)]
    text = "\n".join(lines).encode("latin-1")
    start_response("200 OK", [("Content-Type", "text/plain"), ("ETag", '"1"')])
    return [text]
