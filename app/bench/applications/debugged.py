"""What the debugger is measured with: a line that no request reaches, one that is reached often, and one to stop at."""

BODY = b"Hello, world!\n"


def application(environ, start_response):
    """The WSGI application: / is hello, /count/N goes round a loop, /stop/N is there to be stepped through."""
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(BODY)))])
    path = environ["PATH_INFO"]
    if path != "/":
        _, kind, number = path.split("/")
        if kind == "unheard-of":
            return []  # @unhit
        {"count": count, "stop": stop}[kind](int(number))
    return [BODY]


def count(number):
    """Goes round so many times."""
    total = 0
    for turn in range(number):
        total += turn  # @often
    return total


def stop(number):
    """Two lines that take turns, so that a marker moves with each step."""
    shown = [number]  # @stop
    for turn in range(100):
        shown.append(turn)
    return shown
