"""Requests and responses: the little that WSGI leaves to a framework."""

import http.cookies
import json
import urllib.parse

import forms

LARGEST_BODY = 8 * 1024 * 1024


class Refused(Exception):
    """A request that gets an error page; raised by views, answered by `app.application`."""

    def __init__(self, status, message, headers=()):
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = list(headers)


class Request:
    """A WSGI environ with names for the parts that views ask for."""

    def __init__(self, environ):
        self.environ = environ
        self.method = environ["REQUEST_METHOD"]
        # WSGI carries the bytes of the path as latin-1; what they mean is UTF-8.
        self.path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace") or "/"
        self.root = environ.get("SCRIPT_NAME", "")
        self.query = dict(urllib.parse.parse_qsl(environ.get("QUERY_STRING", "")))
        self.cookies = read_cookies(environ.get("HTTP_COOKIE", ""))

    def number(self, name, default, lowest, highest):
        """A number of the query string, brought into its range."""
        try:
            return min(max(type(default)(self.query[name]), lowest), highest)
        except (KeyError, ValueError):
            return default

    def body(self):
        """The whole request body, or a refusal when it is larger than this application wants."""
        if self.environ.get("wsgi.input_terminated") and not self.environ.get("CONTENT_LENGTH"):
            content = self.environ["wsgi.input"].read(LARGEST_BODY + 1)
        else:
            length = int(self.environ.get("CONTENT_LENGTH") or 0)
            content = self.environ["wsgi.input"].read(length) if length <= LARGEST_BODY else None
        if content is None or len(content) > LARGEST_BODY:
            raise Refused("413 Content Too Large", f"At most {LARGEST_BODY // 1024 // 1024} MB, please.")
        return content

    def form(self):
        """The submitted form: fields by name, text as `str`, uploads as `forms.Upload`."""
        return forms.parse(self.environ.get("CONTENT_TYPE", ""), self.body())

    def complain(self, message):
        """Writes a line to the server's error log, tied to this request."""
        self.environ["wsgi.errors"].write(f"guestbook: {message}\n")
        self.environ["wsgi.errors"].flush()


class Response:
    """A status, headers, and a body: an iterable of bytes."""

    def __init__(self, body=(), status="200 OK", content_type="text/html; charset=utf-8", headers=()):
        self.status = status
        self.headers = [("Content-Type", content_type)] if content_type else []
        self.headers += headers
        self.body = body

    def set_cookie(self, name, value):
        """Remembers a value in the browser for a year; any text will do, as it is percent-encoded."""
        value = urllib.parse.quote(value, safe="")
        kept = "Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
        self.headers.append(("Set-Cookie", f"{name}={value}; {kept}"))
        return self

    def without_body(self):
        """What HEAD gets: nothing, with the body closed as if it had been sent."""
        if hasattr(self.body, "close"):
            self.body.close()
        return []


def text(content, content_type="text/html; charset=utf-8", status="200 OK", headers=()):
    """A response whose length is known."""
    content = content.encode("utf-8")
    return Response([content], status, content_type, [("Content-Length", str(len(content))), *headers])


def as_json(value, status="200 OK", headers=()):
    """A JSON response."""
    return text(json.dumps(value, indent=2) + "\n", "application/json", status, headers)


def redirect(location):
    """Sends the browser on with a GET, so that reloading the next page does not submit a form again."""
    return Response([], "303 See Other", headers=[("Location", location), ("Content-Length", "0")])


def read_cookies(header):
    """Cookies by name, decoded; a header that is nonsense counts as no cookies."""
    try:
        cookies = http.cookies.SimpleCookie(header)
    except http.cookies.CookieError:
        return {}
    return {name: urllib.parse.unquote(morsel.value) for name, morsel in cookies.items()}
