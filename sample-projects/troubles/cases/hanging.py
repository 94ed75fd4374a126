"""Requests that hang.

Every one can be ended from outside, by ?seconds= or by another route, beside Vivarium's own Stop.
"""

import socket
import threading
import time

from routes import number, plain, trouble

FOR_EVER = 10 ** 9
_stuck = threading.Condition()
_releases = 0
_first = threading.Lock()
_second = threading.Lock()
_sockets = []


@trouble(
    "/sleep", example="seconds=5",
    elsewhere="One of few threads is taken; 15 of these and the site is down.",
    here="The request is shown as running, with its thread and for how long.",
    ends="?seconds= (at most 3600)",
)
def sleep(environ, start_response):
    seconds = number(environ, "seconds", 5.0, 3600)
    time.sleep(seconds)  # @sleep
    return plain(start_response, f"Slept for {seconds} s.")


@trouble(
    "/lock",
    elsewhere="The thread is lost until Apache restarts the process; nothing is logged.",
    here="The thread dump shows the line that waits, and the request.",
    ends="/lock/release, or ?seconds=",
)
def wait_for_lock(environ, start_response):
    with _stuck:
        seen = _releases
        patience = number(environ, "seconds", 3600.0, 3600)
        released = _stuck.wait_for(lambda: _releases > seen, patience)  # @lock
    return plain(start_response, "The lock was released." if released else "Gave up waiting.")


@trouble(
    "/lock/release",
    elsewhere="–",
    here="Lets all requests at /lock go on.",
)
def release_lock(environ, start_response):
    global _releases
    with _stuck:
        _releases += 1
        _stuck.notify_all()
    return plain(start_response, "Released.")


@trouble(
    "/loop",
    elsewhere="A process at 100 % that answers slowly, until it is killed.",
    here="The thread dump shows the loop; Stop ends it and the application goes on.",
    ends="Stop, or ?seconds=",
)
def loop(environ, start_response):
    end = time.monotonic() + number(environ, "seconds", float(FOR_EVER), FOR_EVER)
    turns = 0
    while time.monotonic() < end:
        turns += 1  # @loop
    return plain(start_response, f"{turns} turns.")


@trouble(
    "/deadlock/first", example="hold=2",
    elsewhere="Two threads are lost, one by one all that come after; the log is silent.",
    here="With /deadlock/second within ?hold= seconds: the dump shows both, each at its second lock.",
    ends="/deadlock/release, or ?seconds=",
)
def deadlock_first(environ, start_response):
    return take_both(environ, start_response, _first, _second)


@trouble(
    "/deadlock/second", example="hold=2",
    elsewhere="See /deadlock/first.",
    here="See /deadlock/first.",
    ends="/deadlock/release, or ?seconds=",
)
def deadlock_second(environ, start_response):
    return take_both(environ, start_response, _second, _first)


@trouble(
    "/deadlock/release",
    elsewhere="–",
    here="Takes both locks away from whoever holds them.",
)
def deadlock_release(environ, start_response):
    let_go(_first)
    let_go(_second)
    return plain(start_response, "Both locks are free.")


def take_both(environ, start_response, one, other):
    """Takes two locks, the second after a pause, long enough for another request to take them in reverse."""
    patience = number(environ, "seconds", 3600.0, 3600)
    if not one.acquire(timeout=patience):
        return plain(start_response, "Did not get the first lock.", "503 Service Unavailable")
    time.sleep(number(environ, "hold", 2.0, 60))
    got_both = other.acquire(timeout=patience)  # @deadlock
    if got_both:
        let_go(other)
    let_go(one)
    if not got_both:
        return plain(start_response, "Did not get the second lock.", "503 Service Unavailable")
    return plain(start_response, "Got both locks.")


def let_go(lock):
    """Releases a lock that /deadlock/release may have released already."""
    try:
        lock.release()
    except RuntimeError:
        pass


@trouble(
    "/socket",
    elsewhere="A database that does not answer looks like this: the thread waits inside the system.",
    here="The dump shows the thread, at least by its native stack.",
    ends="/socket/release, or ?seconds=",
)
def wait_for_socket(environ, start_response):
    ours, theirs = socket.socketpair()
    _sockets.append(theirs)
    with ours:
        ours.settimeout(number(environ, "seconds", 3600.0, 3600) or 0.001)
        try:
            answer = ours.recv(100)  # @socket
        except socket.timeout:
            answer = b"nothing"
    return plain(start_response, f"Received {answer.decode()}.")


@trouble(
    "/socket/release",
    elsewhere="–",
    here="Answers all requests at /socket.",
)
def release_socket(environ, start_response):
    while _sockets:
        with _sockets.pop() as theirs:
            try:
                theirs.send(b"an answer")
            except OSError:
                pass
    return plain(start_response, "Answered.")


@trouble(
    "/drip", example="chunks=10&seconds=1",
    elsewhere="Works, if nothing in front of it buffers.",
    here="Each of ?chunks= arrives when it is made, ?seconds= apart.",
    ends="?chunks=",
)
def drip(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    pause = number(environ, "seconds", 1.0, 60)
    for count in range(number(environ, "chunks", 10, 100_000)):
        yield f"drop {count}\n".encode()  # @drip
        time.sleep(pause)
