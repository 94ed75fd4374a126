"""Ending the process."""

import os
import sys

from routes import trouble


@trouble(
    "/exit/sys",
    elsewhere="mod_wsgi logs “SystemExit exception raised by WSGI script ignored” and answers 500.",
    here="A 500; the process lives.",
)
def call_sys_exit(environ, start_response):
    sys.exit("troubles: leaving by sys.exit()")  # @sys-exit


@trouble(
    "/exit/generator",
    elsewhere="Half a response.",
    here="The connection is cut; the process lives.",
)
def exit_in_generator(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    yield b"the first chunk\n"
    raise SystemExit(3)


@trouble(
    "/exit/os",
    elsewhere="The process is gone at once, with all its requests; Apache starts another.",
    here="The request ends with an error; Vivarium lives, and the next request is served.",
)
def call_os_exit(environ, start_response):
    os._exit(3)  # @os-exit


@trouble(
    "/exit/keyboard",
    elsewhere="Depends: may end a development server.",
    here="A 500; the process lives.",
)
def raise_keyboard_interrupt(environ, start_response):
    raise KeyboardInterrupt
