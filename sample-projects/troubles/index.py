"""The index page and its JSON twin, both made of the table of routes."""

import html
import itertools
import json
import operator
import pathlib

from routes import ROUTES, plain

PAGE = pathlib.Path(__file__).resolve().parent / "index.html"


def page(environ, start_response):
    """Every trouble with a line on what happens elsewhere and what to see here."""
    root = environ.get("SCRIPT_NAME", "")
    theme = operator.attrgetter("theme")
    themes = itertools.groupby(sorted(ROUTES.values(), key=theme), key=theme)
    sections = "".join(
        f"<section><h2>{html.escape(name)}</h2>{''.join(row(root, route) for route in routes)}</section>"
        for name, routes in themes)
    body = PAGE.read_text(encoding="utf-8").replace("<!-- sections -->", sections).encode("utf-8")
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"),
                              ("Content-Length", str(len(body)))])
    return [body]


def row(root, route):
    """One trouble: a link that gets it, or a button that posts to it."""
    name = html.escape(route.path + (f"?{route.example}" if route.example else ""))
    address = html.escape(root) + name
    if route.method == "GET":
        link = f'<a href="{address}">{name}</a>'
    else:
        link = (f'<form method="post" action="{address}" enctype="text/plain">'
                f'<input type="hidden" name="text" value="some text"><button>POST {name}</button></form>')
    ends = f"<dt>Ends</dt><dd>{html.escape(route.ends)}</dd>" if route.ends else ""
    return (f"<article><h3>{link}</h3><dl><dt>Elsewhere</dt><dd>{html.escape(route.elsewhere)}</dd>"
            f"<dt>Here</dt><dd>{html.escape(route.here)}</dd>{ends}</dl></article>")


def table(environ, start_response):
    """The table of routes as JSON, for tests and scripts."""
    rows = [{field: value for field, value in route._asdict().items() if field != "call"}
            for route in ROUTES.values()]
    return plain(start_response, json.dumps(rows, indent=1))


PAGES = {"/": page, "/troubles.json": table}
