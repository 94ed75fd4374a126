"""HTML from the files in `templates/`, by `string.Template` and one rule: text is escaped, `Html` is not."""

import functools
import html
import pathlib
import string
import urllib.parse

import web

TEMPLATES = pathlib.Path(__file__).resolve().parent / "templates"
NAVIGATION = [("/", "Guestbook"), ("/files", "Shoebox"), ("/stream", "Read aloud"),
              ("/countdown", "Countdown"), ("/api/entries", "API"), ("/about", "About")]
THEMES = ("auto", "light", "dark")


class Html(str):
    """Text that is HTML already."""


@functools.lru_cache(maxsize=None)
def template(name):
    """A template, read once; a change to it is seen when the project is loaded again."""
    return string.Template((TEMPLATES / name).read_text(encoding="utf-8"))


def fill(name, /, **values):
    """A template filled in; every value is escaped unless it is `Html`."""
    safe = {key: value if isinstance(value, Html) else html.escape(str(value))
            for key, value in values.items()}
    return Html(template(name).substitute(safe))


def each(name, rows, /, **common):
    """A template once for each row."""
    return Html("".join(fill(name, **common, **row) for row in rows))


def option(value, label, chosen):
    """An option of a select box."""
    selected = " selected" if value == chosen else ""
    return Html(f'<option value="{html.escape(value)}"{selected}>{html.escape(label)}</option>')


def link(request, path, label):
    """A link of the navigation, marked when it leads to this very page."""
    here = ' aria-current="page"' if path == request.path else ""
    return f'<a href="{html.escape(request.root + path)}"{here}>{label}</a>'


def frame(request, title, content):
    """A whole page: the content inside the layout."""
    theme = request.cookies.get("theme", "auto")
    links = Html("".join(link(request, path, label) for path, label in NAVIGATION))
    themes = Html("".join(option(value, value.title(), theme) for value in THEMES))
    return fill("layout.html", title=title, content=content, links=links, root=request.root,
                theme=theme if theme in THEMES else "auto", themes=themes,
                back=request.path + ("?" + urllib.parse.urlencode(request.query) if request.query else ""))


def page(request, title, template_name, /, status="200 OK", headers=(), **values):
    """The response with a page made of one template."""
    content = fill(template_name, root=request.root, **values)
    return web.text(frame(request, title, content), status=status, headers=headers)


def refusal(request, refused):
    """The page that a refused request gets."""
    return page(request, refused.status, "refused.html", refused.status, refused.headers,
                status_line=refused.status, message=refused.message)
