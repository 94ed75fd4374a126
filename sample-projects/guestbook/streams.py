"""Responses that take their time: each chunk is on its way before the next one is made."""

import time

import pages
import store
import web


def read_aloud(request):
    """The book as plain text, a word at a time (?delay=0.15, seconds between words)."""
    delay = request.number("delay", 0.15, 0.0, 10.0)
    return web.Response(words(request, delay), content_type="text/plain; charset=utf-8",
                        headers=[("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-store")])


def words(request, delay):
    """The chunks of `read_aloud`; tells the log whether the listener stayed to the end."""
    said = 0
    finished = False
    try:
        for entry in store.entries():
            yield f"\n{entry['name']} wrote:\n   ".encode("utf-8")
            for word in entry["message"].split():
                yield f" {word}".encode("utf-8")  # @word
                said += 1
                time.sleep(delay)
            yield b"\n"
        finished = True
    finally:
        request.complain(f"read {said} words aloud{'' if finished else ', then the listener left'}")


def countdown(request):
    """A page that counts down while it loads (?from=5&delay=1), without any script."""
    start = request.number("from", 5, 0, 60)
    delay = request.number("delay", 1.0, 0.0, 10.0)
    page = pages.frame(request, "Countdown", pages.fill("countdown.html", root=request.root))
    # What comes between the halves is shown as it arrives; the style sheet hides all numbers but the last.
    head, tail = page.split("<!-- numbers -->")
    return web.Response(numbers(head, tail, start, delay), headers=[("Cache-Control", "no-store")])


def numbers(head, tail, start, delay):
    """The chunks of `countdown`."""
    yield head.encode("utf-8")
    for number in range(start, 0, -1):
        yield f'<p class="number">{number}</p>\n'.encode("utf-8")  # @tick
        time.sleep(delay)
    yield ('<p class="number">🦎</p>\n' + tail).encode("utf-8")
