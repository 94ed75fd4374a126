"""Large and many: bodies in both directions."""

import hashlib

from routes import number, plain, trouble

BLOCK = bytes(range(64, 128)) * 1024  # 64 KiB
BINARY = [("Content-Type", "application/octet-stream")]


@trouble(
    "/big", example="mb=50",
    elsewhere="Works.",
    here="?mb= megabytes (2000 at most), streamed; memory stays flat.",
)
def stream_big(environ, start_response):
    blocks = number(environ, "mb", 50, 2000) * 16
    start_response("200 OK", [*BINARY, ("Content-Length", str(blocks * len(BLOCK)))])
    for _ in range(blocks):
        yield BLOCK  # @big


@trouble(
    "/big/whole", example="mb=50",
    elsewhere="The process keeps the memory that one large response took.",
    here="The same size as one bytes object (?mb=, 200 at most), truncated in the journal.",
)
def return_big(environ, start_response):
    start_response("200 OK", BINARY)
    return [BLOCK * (number(environ, "mb", 50, 200) * 16)]


@trouble(
    "/many", example="chunks=10000",
    elsewhere="Works, a write and flush for each.",
    here="?chunks= of one line each (1000000 at most), none lost; the journal stays bounded.",
)
def stream_many(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    for count in range(number(environ, "chunks", 10_000, 1_000_000)):
        yield b"%d\n" % count  # @many


@trouble(
    "/echo", method="POST",
    elsewhere="Works.",
    here="The body comes back while it is still being sent.",
)
def echo(environ, start_response):
    kind = environ.get("CONTENT_TYPE") or "application/octet-stream"
    start_response("200 OK", [("Content-Type", kind)])
    stream = environ["wsgi.input"]
    for block in read_blocks(environ, stream):
        yield block  # @echo


@trouble(
    "/digest", method="POST",
    elsewhere="Works.",
    here="Length and SHA-256 of the body, of any size.",
)
def digest(environ, start_response):
    length, sha = 0, hashlib.sha256()
    for block in read_blocks(environ, environ["wsgi.input"]):
        length += len(block)
        sha.update(block)
    return plain(start_response, f"{length} {sha.hexdigest()}")


def read_blocks(environ, stream):
    """The body in blocks, never asking for more than there is, as PEP 3333 has it."""
    if environ.get("wsgi.input_terminated") and not environ.get("CONTENT_LENGTH"):
        yield from iter(lambda: stream.read(len(BLOCK)), b"")
        return
    left = int(environ.get("CONTENT_LENGTH") or 0)
    while left > 0:
        block = stream.read(min(left, len(BLOCK)))
        if not block:
            return
        left -= len(block)
        yield block


@trouble(
    "/input/ignored", method="POST",
    elsewhere="Large uploads may deadlock: each side waits for the other to read.",
    here="200, and a finding: the body was not read. The connection stays usable or is closed, never "
         "confused.",
)
def ignore_input(environ, start_response):
    return plain(start_response, "The body was not read.")


@trouble(
    "/input/half", method="POST",
    elsewhere="As above.",
    here="200, and the input ledger shows the half that was read.",
)
def read_half(environ, start_response):
    half = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0) // 2)
    return plain(start_response, f"Read {len(half)} bytes of it.")


@trouble(
    "/input/beyond", method="POST",
    elsewhere="A bare socket would wait for ever; mod_wsgi ends at the length.",
    here="Ends at the end of the body; a finding says that more was asked for.",
)
def read_beyond(environ, start_response):
    stream = environ["wsgi.input"]
    length = int(environ.get("CONTENT_LENGTH") or 0)
    content = stream.read(length)  # @beyond
    if environ.get("wsgi.input_terminated"):
        content += stream.read(10) + stream.read()
    return plain(start_response, f"Read {len(content)} of {length} bytes.")


@trouble(
    "/input/lines", method="POST",
    elsewhere="Works.",
    here="readline(), readlines() and iteration agree.",
)
def read_lines(environ, start_response):
    stream = environ["wsgi.input"]
    if not environ.get("wsgi.input_terminated"):
        return plain(start_response, "This server's input does not end by itself.", "501 Not Implemented")
    first, second = stream.readline(), stream.readline(5)
    rest = sum(1 for _ in stream)
    return plain(start_response, f"{first!r}, {second!r}, then {rest} lines.")
