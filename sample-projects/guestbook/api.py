"""The JSON API: /api/entries and /api/entries/<number>."""

import json

import book
import store
import web


def entries(request):
    """A page of entries, with the total so that a client knows when to stop."""
    page = request.number("page", 1, 1, 10**6)
    return web.as_json({"total": store.count(), "page": page, "entries": store.entries(page)})


def add(request):
    """Adds an entry sent as JSON: {"name": …, "message": …, "mood": …}."""
    if not request.environ.get("CONTENT_TYPE", "").startswith("application/json"):
        raise web.Refused("415 Unsupported Media Type", "Send the entry as application/json.")
    try:
        sent = json.loads(request.body().decode("utf-8"))  # @api
        number = store.add(*book.checked(sent if isinstance(sent, dict) else {}))
    except ValueError as problem:
        raise web.Refused("400 Bad Request", str(problem)) from problem
    location = f"{request.root}/api/entries/{number}"
    return web.as_json(store.entry(number), "201 Created", [("Location", location)])


def entry(request, number):
    """One entry."""
    found = store.entry(number)
    if found is None:
        raise web.Refused("404 Not Found", f"There is no entry {number}.")
    return web.as_json(found)


def remove(request, number):
    """Removes an entry."""
    if not store.remove(number):
        raise web.Refused("404 Not Found", f"There is no entry {number}.")
    return web.Response([], "204 No Content", content_type=None)


def refusal(refused):
    """What a refused request gets."""
    return web.as_json({"error": refused.message}, refused.status, refused.headers)
