"""Sharing between requests.

Global data lives as long as the process and is seen by all its threads, but by no other process.
"""

import asyncio
import sqlite3
import threading
import time

from routes import number, plain, trouble

_count = 0
_local = threading.local()
_stop = threading.Event()
_beats = 0
_database = None


@trouble(
    "/counter", example="pause=0.01",
    elsewhere="Loses updates, and each process counts for itself.",
    here="Loses updates when asked for by several clients at once; one process, so one counter.",
)
def count_badly(environ, start_response):
    global _count
    seen = _count
    time.sleep(number(environ, "pause", 0.01, 10))
    _count = seen + 1  # @counter
    return plain(start_response, f"count {_count}")


@trouble(
    "/counter/reset",
    elsewhere="–",
    here="Back to 0.",
)
def reset_counter(environ, start_response):
    global _count
    _count = 0
    return plain(start_response, "count 0")


@trouble(
    "/thread-local",
    elsewhere="Apparently at random: some requests see what another left behind.",
    here="The number of requests that this thread has served here; each thread has its own.",
)
def use_thread_local(environ, start_response):
    _local.count = getattr(_local, "count", 0) + 1  # @local
    return plain(start_response, f"{threading.current_thread().name} has been here {_local.count} times.")


@trouble(
    "/background",
    elsewhere="The thread outlives the request; at a restart it may crash the process.",
    here="The thread is in the dump, of no request; a reload and the end of Vivarium do not wait for it.",
    ends="/background/stop",
)
def start_background(environ, start_response):
    _stop.clear()
    if not any(thread.name == "troubles-background" for thread in threading.enumerate()):
        threading.Thread(target=beat, name="troubles-background", daemon=True).start()
    return plain(start_response, f"Running; {_beats} beats so far.")


def beat():
    """What the background thread does."""
    global _beats
    while not _stop.wait(0.1):
        _beats += 1  # @background


@trouble(
    "/background/stop",
    elsewhere="–",
    here="Ends the thread of /background.",
)
def stop_background(environ, start_response):
    _stop.set()
    return plain(start_response, f"Stopping after {_beats} beats.")


@trouble(
    "/asyncio",
    elsewhere="Works: a loop of its own for each request.",
    here="Two waits of 0.1 s in about 0.1 s, on any number of threads at once.",
)
def run_asyncio(environ, start_response):
    async def wait(name):
        await asyncio.sleep(0.1)  # @asyncio
        return name

    async def both():
        return await asyncio.gather(wait("one"), wait("two"))

    started = time.perf_counter()
    names = asyncio.run(both())
    return plain(start_response, f"{names} in {time.perf_counter() - started:.1f} s")


@trouble(
    "/sqlite",
    elsewhere="Works: a connection for each request.",
    here="Works on every thread.",
)
def use_sqlite(environ, start_response):
    database = sqlite3.connect(":memory:")
    try:
        return plain(start_response, "6 × 7 = %s" % database.execute("SELECT 6 * 7").fetchone())
    finally:
        database.close()


@trouble(
    "/sqlite/shared",
    elsewhere="“SQLite objects created in a thread can only be used in that same thread.”",
    here="The first thread that asks succeeds, others get that sqlite3.ProgrammingError: a 500.",
)
def share_sqlite(environ, start_response):
    global _database
    if _database is None:
        _database = sqlite3.connect(":memory:")
    return plain(start_response, "6 × 7 = %s" % _database.execute("SELECT 6 * 7").fetchone())  # @sqlite


@trouble(
    "/strptime",
    elsewhere="Was an ImportError when two threads met at the import lock (Python 2).",
    here="Works, also as the very first request of many threads.",
)
def import_lazily(environ, start_response):
    return plain(start_response, str(time.strptime("2026-02-28", "%Y-%m-%d").tm_yday))
