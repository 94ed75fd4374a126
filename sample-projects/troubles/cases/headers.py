"""Status and headers that break the rules."""

from routes import trouble

TEXT = ("Content-Type", "text/plain; charset=utf-8")
BODY = b"twenty bytes of text"


def answer(path, *, elsewhere, here, status="200 OK", headers=(), body=(BODY,)):
    """Registers a route that answers like this; such routes differ in nothing else."""
    @trouble(path, elsewhere=elsewhere, here=here)
    def call(environ, start_response):
        start_response(status, headers if isinstance(headers, dict) else [TEXT, *headers])  # @start
        return list(body)
    return call


answer("/length/long", headers=[("Content-Length", "30")],
       elsewhere="The client waits for bytes that never come.",
       here="The connection is closed after the 20 bytes and the log says: 30 announced, 20 sent.")
answer("/length/short", headers=[("Content-Length", "10")],
       elsewhere="The rest of the body is taken for the next response on the connection.",
       here="Cut at 10 bytes, and the log says so; the connection can be used again.")
answer("/length/nonsense", headers=[("Content-Length", "twenty")],
       elsewhere="A 500, or a broken connection.",
       here="A 500 that names the header.")
answer("/length/negative", headers=[("Content-Length", "-1")],
       elsewhere="A 500, or a broken connection.",
       here="A 500 that names the header.")
answer("/length/twice", headers=[("Content-Length", "20"), ("Content-Length", "10")],
       elsewhere="Proxies disagree about where the response ends.",
       here="A 500 that names the header.")
answer("/status/204-body", status="204 No Content",
       elsewhere="The body is taken for the next response.",
       here="204 without the body, and a finding.")
answer("/status/304-body", status="304 Not Modified",
       elsewhere="The body is taken for the next response.",
       here="304 without the body, and a finding.")
answer("/status/no-reason", status="200",
       elsewhere="A 500 in mod_wsgi: “status message was not supplied”.",
       here="A 500 that names the rule: three digits, a space, a reason.")
answer("/status/bytes", status=b"200 OK",
       elsewhere="A 500: a TypeError says that a string is expected.",
       here="A 500 that says that the status is bytes.")
answer("/status/number", status=200,
       elsewhere="A 500.",
       here="A 500 that says that the status is an int.")
answer("/status/text", status="OK",
       elsewhere="A 500.",
       here="A 500 that names the rule.")
answer("/status/newline", status="200 OK\r\nX-Injected: yes",
       elsewhere="A header of the client's choice, if the text came from the client.",
       here="A 500; nothing leaks.")
answer("/status/unusual", status="299 Somewhat OK",
       elsewhere="Works.",
       here="Sent as it is.")
answer("/status/teapot", status="418 I'm a teapot",
       elsewhere="Works.",
       here="Sent as it is.")
answer("/header/hop-by-hop", headers=[("Connection", "close")],
       elsewhere="Confuses keep-alive.",
       here="A 500: PEP 3333 leaves hop-by-hop headers to the server.")
answer("/header/transfer-encoding", headers=[("Transfer-Encoding", "chunked")],
       elsewhere="A response that no client can read.",
       here="A 500: a hop-by-hop header.")
answer("/header/newline", headers=[("X-Name", "a\r\nX-Injected: yes")],
       elsewhere="Response splitting: the client sees a header or a body that was not meant.",
       here="A 500 that names the header; nothing leaks.")
answer("/header/name", headers=[("X Name:", "value")],
       elsewhere="A 500, or a broken response.",
       here="A 500 that names the header.")
answer("/header/not-latin-1", headers=[("X-Name", "snowman ☃")],
       elsewhere="UnicodeEncodeError: a 500.",
       here="A 500 that names the header and the character.")
answer("/header/latin-1", headers=[("X-Name", "Zoë")],
       elsewhere="Works.",
       here="Sent as latin-1.")
answer("/header/bytes", headers=[("X-Name", b"value")],
       elsewhere="A 500.",
       here="A 500 that says that the value is bytes.")
answer("/header/number", headers=[("X-Count", 3)],
       elsewhere="A 500.",
       here="A 500 that says that the value is an int.")
answer("/header/triple", headers=[("X-Name", "value", "more")],
       elsewhere="A 500.",
       here="A 500: a header is a tuple of two.")
answer("/header/dict", headers={"Content-Type": "text/plain"},
       elsewhere="A 500: a TypeError says that a list is expected.",
       here="A 500 that says it is a dict.")
answer("/header/repeated", headers=[("Set-Cookie", "one=1"), ("Set-Cookie", "two=2")],
       elsewhere="Works: two cookies.",
       here="Both are sent, in this order.")
answer("/header/status", headers=[("Status", "404 Not Found")],
       elsewhere="CGI takes it for the status line.",
       here="A 500: there is no header of this name.")
