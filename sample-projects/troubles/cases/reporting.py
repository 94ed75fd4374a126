"""Logs, the request environment, and objects kept for too long."""

import logging
import os
import pprint
import sys
import threading
import time
import warnings

from routes import number, plain, trouble

log = logging.getLogger("troubles")
_kept = {}


@trouble(
    "/errors",
    elsewhere="In the virtual host's error log.",
    here="Five lines, at error level, tied to this request.",
)
def write_errors(environ, start_response):
    errors = environ["wsgi.errors"]
    errors.write("troubles: written\n")  # @errors
    errors.writelines(["troubles: written as\n", "troubles: two lines\n"])
    print("troubles: printed to wsgi.errors", file=errors)
    errors.write("troubles: without a newline, ünïcödé")
    errors.flush()
    return plain(start_response, "Five lines were written to wsgi.errors.")


@trouble(
    "/errors/keep",
    elsewhere="See /errors/use.",
    here="Keeps wsgi.errors in a global.",
    ends="/errors/use",
)
def keep_errors(environ, start_response):
    _kept["errors"] = environ["wsgi.errors"]
    return plain(start_response, "Kept wsgi.errors; now ask for /errors/use.")


@trouble(
    "/errors/use",
    elsewhere="A RuntimeError: the request has expired and the log object is no longer valid.",
    here="That RuntimeError: a 500.",
)
def use_errors(environ, start_response):
    if "errors" not in _kept:
        return plain(start_response, "Ask for /errors/keep first.", "409 Conflict")
    _kept["errors"].write("troubles: written after the request\n")  # @expired
    return plain(start_response, "Written, after its request was over.")


@trouble(
    "/input/keep", method="POST",
    elsewhere="See /input/use.",
    here="Keeps wsgi.input, unread, in a global.",
    ends="/input/use",
)
def keep_input(environ, start_response):
    _kept["input"] = environ["wsgi.input"]
    return plain(start_response, "Kept wsgi.input; now ask for /input/use.")


@trouble(
    "/input/use",
    elsewhere="“RuntimeError: request object has expired”.",
    here="A RuntimeError, a 500; never the bytes of another request.",
)
def use_input(environ, start_response):
    if "input" not in _kept:
        return plain(start_response, "Post to /input/keep first.", "409 Conflict")
    return plain(start_response, f"Read {_kept['input'].read(1)!r}, after its request was over.")


@trouble(
    "/errors/later", example="seconds=0.5",
    elsewhere="In the main error log, with no hint at the request.",
    here="A line on stderr ?seconds= after the response, of no request.",
)
def write_later(environ, start_response):
    def late():
        time.sleep(number(environ, "seconds", 0.5, 60))
        print("troubles: written to sys.stderr after the request", file=sys.stderr)  # @later

    threading.Thread(target=late, name="troubles-late", daemon=True).start()
    return plain(start_response, "Something will be written later.")


@trouble(
    "/thread/raise",
    elsewhere="A traceback in the main error log.",
    here="The traceback is in the log, with the name of the thread, of no request.",
)
def raise_in_thread(environ, start_response):
    def fail():
        raise ValueError("raised in a thread")

    threading.Thread(target=fail, name="troubles-failing").start()
    return plain(start_response, "A thread is failing.")


@trouble(
    "/log",
    elsewhere="Only warnings and worse, unless logging was configured; all at one Apache level.",
    here="A line for each level, with its level, tied to this request.",
)
def log_levels(environ, start_response):
    log.setLevel(logging.DEBUG)
    for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL):
        log.log(level, "a message at level %s", logging.getLevelName(level))  # @log
    return plain(start_response, "Five messages were logged.")


@trouble(
    "/log/exception",
    elsewhere="The traceback is in the log, the response is fine.",
    here="The same; the request is not marked as failed, as the application handled it.",
)
def log_exception(environ, start_response):
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("dividing failed, and was handled")
    return plain(start_response, "An exception was logged and handled.")


@trouble(
    "/warnings",
    elsewhere="Once per process and line, in the main error log.",
    here="In the log: a DeprecationWarning and a ResourceWarning as the filters have it, a UserWarning.",
)
def warn(environ, start_response):
    warnings.warn("this will go away", DeprecationWarning)
    warnings.warn("something was not closed", ResourceWarning)
    warnings.warn("be careful")  # @warn
    return plain(start_response, "Three warnings were given.")


@trouble(
    "/environ",
    elsewhere="The test application of mod_wsgi's documents.",
    here="The environ, key by key.",
)
def show_environ(environ, start_response):
    lines = [f"{key}: {environ[key]!r}" for key in sorted(environ)]
    return plain(start_response, "\n".join([f"PID: {os.getpid()}", "", *lines]))


@trouble(
    "/environ/log",
    elsewhere="The logging middleware of mod_wsgi's documents.",
    here="Environ and response are in the error log, and no lock or limit is met.",
)
def log_environ(environ, start_response):
    pprint.pprint(("REQUEST", environ), stream=environ["wsgi.errors"])

    def logging_start_response(status, headers, *args):
        pprint.pprint(("RESPONSE", status, headers), stream=environ["wsgi.errors"])
        return start_response(status, headers, *args)

    return plain(logging_start_response, "The environ was written to wsgi.errors.")


@trouble(
    "/secrets",
    elsewhere="Error pages and logs show them to whoever can read those.",
    here="A 500 page on which the password, the token and the session cookie are masked.",
)
def raise_with_secrets(environ, start_response):
    environ["DATABASE_PASSWORD"] = "correct horse battery staple"
    environ["API_TOKEN"] = "tok_51_not_a_real_one"
    environ["HTTP_COOKIE"] = "session=not-a-real-session; theme=dark"
    environ["HTTP_AUTHORIZATION"] = "Basic bm90OnJlYWw="
    raise PermissionError("failed, with secrets in the environ")  # @secrets


@trouble(
    "/unicode/", example="q=%C3%A4",
    elsewhere="PATH_INFO is latin-1 for bytes that are UTF-8: “Ã¤” for “ä”.",
    here="The same, as PEP 3333 has it; try /unicode/Grüße/☃.",
)
def tell_path(environ, start_response):
    path = environ["PATH_INFO"]
    meant = path.encode("latin-1").decode("utf-8", "replace")
    query = environ.get("QUERY_STRING", "")
    return plain(start_response, f"PATH_INFO {path!r}\nmeans {meant!r}\nQUERY_STRING {query!r}")
