"""A guestbook on nothing but the standard library: the project to open first.

`application` is the WSGI callable. It finds the view for a path, calls it, and hands its response to the
server; an exception that is not `web.Refused` is let through, because showing it is the server's business.
"""

import logging
import re

import api
import book
import files
import pages
import streams
import web

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
log = logging.getLogger("guestbook")

ROUTES = [
    ("GET", r"/", book.show),
    ("POST", r"/sign", book.sign),
    ("GET", r"/search", book.search),
    ("POST", r"/theme", book.theme),
    ("GET", r"/about", book.about),
    ("GET", r"/files", files.show),
    ("POST", r"/files", files.upload),
    ("GET", r"/files/(\d+)/[^/]+", files.download),
    ("POST", r"/files/(\d+)/delete", files.delete),
    ("GET", r"/stream", streams.read_aloud),
    ("GET", r"/countdown", streams.countdown),
    ("GET", r"/static/([\w.-]+)", files.static),
    ("GET", r"/api/entries", api.entries),
    ("POST", r"/api/entries", api.add),
    ("GET", r"/api/entries/(\d+)", api.entry),
    ("DELETE", r"/api/entries/(\d+)", api.remove),
]
ROUTES = [(method, re.compile(pattern), view) for method, pattern, view in ROUTES]


def application(environ, start_response):
    """The WSGI application."""
    request = web.Request(environ)  # @entry
    try:
        response = answer(request)
    except web.Refused as refused:
        is_api = request.path.startswith("/api/")
        response = api.refusal(refused) if is_api else pages.refusal(request, refused)
    log.info("%s %s -> %s", request.method, request.path, response.status)  # @answered
    start_response(response.status, response.headers)
    return response.body if request.method != "HEAD" else response.without_body()


def answer(request):
    """The response of the view whose route fits; HEAD is served by what serves GET."""
    method = "GET" if request.method == "HEAD" else request.method
    allowed = []
    for route_method, pattern, view in ROUTES:
        match = pattern.fullmatch(request.path)
        if match and route_method == method:
            return view(request, *match.groups())  # @route
        if match:
            allowed.append(route_method)
    if allowed:
        raise web.Refused("405 Method Not Allowed", f"{request.path} takes {', '.join(allowed)}.",
                          [("Allow", ", ".join(allowed))])
    raise web.Refused("404 Not Found", f"There is nothing at {request.path}.")
