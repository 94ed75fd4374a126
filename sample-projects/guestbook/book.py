"""The guestbook's own pages: reading, signing, searching."""

import html
import os
import platform
import re
import threading

import pages
import store
import web

MOODS = ["🌱", "✨", "🦋", "🦎", "🐍", "🤔"]
LONGEST_NAME, LONGEST_MESSAGE = 60, 1000


def show(request):
    """The book, a page at a time, with the form on top."""
    last = max(1, -(-store.count() // store.PER_PAGE))
    number = request.number("page", 1, 1, last)
    visits = request.cookies.get("visits", "")
    visits = int(visits) + 1 if visits.isdecimal() and len(visits) < 9 else 1
    name = request.cookies.get("name", "")
    response = pages.page(
        request, "Guestbook", "book.html",
        greeting=greeting(name, visits), name=name, moods=moods(),
        entries=entry_list(request, store.entries(number)),
        newer=pages.Html(f'<a href="?page={number - 1}">← newer</a>') if number > 1 else "",
        older=pages.Html(f'<a href="?page={number + 1}">older →</a>') if number < last else "",
        position=f"page {number} of {last}", count=store.count())
    return response.set_cookie("visits", str(visits))


def sign(request):
    """Adds an entry, remembers the name, and sends the browser back to the book."""
    form = request.form()  # @sign
    try:
        number = store.add(*checked(form))
    except ValueError as problem:
        print(f"guestbook: refused an entry: {problem}")
        raise web.Refused("400 Bad Request", str(problem)) from problem
    request.complain(f"entry {number} was signed")  # @signed
    return web.redirect(f"{request.root}/#entry-{number}").set_cookie("name", form["name"].strip())


def search(request):
    """The entries that hold some words, with the words marked."""
    words = request.query.get("q", "").strip()
    found = store.find(words) if words else []
    for entry in found:
        entry["message"] = highlight(entry["message"], words)
    summary = f"{len(found)} of {store.count()} entries hold “{words}”." if words else "Search for what?"
    return pages.page(request, "Search", "search.html", words=words, summary=summary,
                      entries=entry_list(request, found))


def theme(request):
    """Remembers the colours that the visitor likes."""
    form = request.form()
    back = form.get("back", "/")
    # Only paths of this site: "//elsewhere" would lead away from it.
    back = back if re.fullmatch(r"/(?![/\\])[^\r\n]*", back) else "/"
    chosen = form.get("theme")
    return web.redirect(request.root + back).set_cookie("theme", chosen if chosen in pages.THEMES else "auto")


def about(request):
    """What this is, and who is serving it."""
    environ = request.environ
    return pages.page(
        request, "About", "about.html",
        python=f"{platform.python_implementation()} {platform.python_version()}",
        server=environ.get("SERVER_SOFTWARE", "an unnamed server"), thread=threading.current_thread().name,
        process=os.getpid(), multithread="many threads" if environ["wsgi.multithread"] else "one thread",
        data=store.DATA)


def checked(form):
    """Name, message and mood of a signed form or JSON object; ValueError says what is wrong with them."""
    name, message = str(form.get("name", "")).strip(), str(form.get("message", "")).strip()
    if not name or not message:
        raise ValueError("An entry needs a name and a message.")
    if len(name) > LONGEST_NAME or len(message) > LONGEST_MESSAGE:
        raise ValueError(f"At most {LONGEST_NAME} letters of name and {LONGEST_MESSAGE} of message, please.")
    mood = form.get("mood")
    return name, message, mood if mood in MOODS else MOODS[0]


def greeting(name, visits):
    """A line that shows that the cookies came back."""
    who = f"Welcome back, {name}." if name and visits > 1 else "Welcome!"
    return f"{who} This is your visit number {visits}." if visits > 1 else who


def moods():
    """The choice of moods."""
    return pages.Html("".join(pages.option(mood, mood, MOODS[0]) for mood in MOODS))


def entry_list(request, entries):
    """Entries as HTML."""
    return pages.each("entry.html", entries, root=request.root)


def highlight(message, words):
    """The message with each occurrence of the words marked."""
    pieces = re.split(f"({words})", message, flags=re.IGNORECASE)  # @highlight
    return pages.Html("".join(
        f"<mark>{html.escape(piece)}</mark>" if piece.lower() == words.lower() else html.escape(piece)
        for piece in pieces))
