"""What the application returns.

PEP 3333 asks for an iterable that yields bytes; everything here is something else, or a bad choice of it.
"""

import pathlib

from routes import number, plain, trouble

FILE = pathlib.Path(__file__).resolve()
TEXT = [("Content-Type", "text/plain; charset=utf-8")]


@trouble(
    "/return/str",
    elsewhere="“TypeError: sequence of byte string values expected, value of type str found”: a 500.",
    here="A 500 with a message that names the rule and the offending value, and a finding.",
)
def return_str(environ, start_response):
    start_response("200 OK", TEXT)
    return "a str, not bytes"  # @str


@trouble(
    "/return/list-of-str",
    elsewhere="As above.",
    here="A 500 with a message that names the rule.",
)
def return_list_of_str(environ, start_response):
    start_response("200 OK", TEXT)
    return ["a str in a list"]


@trouble(
    "/return/bytes",
    elsewhere="In Python 2 one write and flush per byte; in Python 3 iterating yields numbers: a 500.",
    here="A 500 that says to put the bytes into a list.",
)
def return_bytes(environ, start_response):
    start_response("200 OK", TEXT)
    return b"bytes, not a list of bytes"  # @bytes


@trouble(
    "/return/bytewise", example="bytes=2000",
    elsewhere="Works, slowly: a write and a flush for every single byte.",
    here="Works; as many chunks as bytes (?bytes=, at most 100000) in the journal, bounded, and a finding.",
)
def return_bytewise(environ, start_response):
    start_response("200 OK", TEXT)
    return [b"x"] * number(environ, "bytes", 2000, 100_000)


@trouble(
    "/return/file",
    elsewhere="Works, a chunk for each line; a binary file without newlines is read into memory whole.",
    here="Works, a chunk for each line, and a finding that recommends wsgi.file_wrapper; the file gets "
         "closed.",
)
def return_file(environ, start_response):
    start_response("200 OK", TEXT)
    return open(FILE, "rb")  # @file


@trouble(
    "/return/text-file",
    elsewhere="A 500: the lines of a file opened as text are str.",
    here="A 500 that names the rule; the file gets closed.",
)
def return_text_file(environ, start_response):
    start_response("200 OK", TEXT)
    return open(FILE, encoding="utf-8")


@trouble(
    "/return/file-wrapper",
    elsewhere="Works, with sendfile where the platform has it.",
    here="Works, streamed in blocks: this is how to return a file.",
)
def return_file_wrapper(environ, start_response):
    start_response("200 OK", TEXT)
    return environ["wsgi.file_wrapper"](open(FILE, "rb"), 1024)


@trouble(
    "/return/none",
    elsewhere="“TypeError: 'NoneType' object is not iterable”: a 500.",
    here="A 500 that says that the application returned None.",
)
def return_none(environ, start_response):
    start_response("200 OK", TEXT)


@trouble(
    "/return/number-chunk",
    elsewhere="A 500.",
    here="A 500 that names the rule and the offending value, 42.",
)
def return_number_chunk(environ, start_response):
    start_response("200 OK", TEXT)
    return [42]


@trouble(
    "/return/late-str",
    elsewhere="The first chunk arrives, then the connection is cut.",
    here="The same, with the rule and the offending value in the log.",
)
def return_late_str(environ, start_response):
    start_response("200 OK", TEXT)
    return [b"the first chunk is fine\n", "the second is a str"]


@trouble(
    "/return/empty",
    elsewhere="Works: an empty response.",
    here="200 with an empty body.",
)
def return_empty(environ, start_response):
    start_response("200 OK", TEXT)
    return []


@trouble(
    "/return/without-start",
    elsewhere="“RuntimeError: response has not been started”: a 500.",
    here="A 500 that says that start_response was not called.",
)
def never_start(environ, start_response):
    return [b"nobody called start_response"]


@trouble(
    "/return/start-in-generator",
    elsewhere="Works: start_response may be called as late as the first chunk.",
    here="200, no finding: it looks odd and is right.",
)
def start_in_generator(environ, start_response):
    start_response("200 OK", TEXT)
    yield b"start_response was called by the first next()\n"


@trouble(
    "/return/write",
    elsewhere="Works: the write callable of old.",
    here="200; the written chunks come before the returned ones.",
)
def use_write(environ, start_response):
    write = start_response("200 OK", TEXT)
    write(b"written\n")  # @write
    return [b"returned\n"]


@trouble(
    "/return/empty-chunks",
    elsewhere="Works; the headers are sent with the first chunk that is not empty.",
    here="200; the headers wait for the first chunk that is not empty.",
)
def yield_empty_chunks(environ, start_response):
    start_response("200 OK", TEXT)
    yield b""
    yield b""
    yield b"the third chunk\n"


@trouble(
    "/return/well",
    elsewhere="Works.",
    here="200: something to compare the others with.",
)
def return_well(environ, start_response):
    return plain(start_response, "Hello.")
