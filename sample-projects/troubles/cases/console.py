"""Standard input and output.

Under CGI and SCGI-like adapters these carry the request and the response; mod_wsgi before 3.0 forbade both.
"""

import pdb
import sys
import threading

from routes import plain, query, trouble


@trouble(
    "/print",
    elsewhere="Before mod_wsgi 3.0: “IOError: sys.stdout access restricted by mod_wsgi”. Since then the "
              "text goes to the error log, late, as it is buffered.",
    here="The lines appear at once on standard output, tied to this request.",
)
def print_lines(environ, start_response):
    print("troubles: printed by a request")  # @print
    print("troubles: and a second line, with ünïcödé")
    return plain(start_response, "Two lines were printed.")


@trouble(
    "/print/partial",
    elsewhere="Half a line waits in a buffer, perhaps until another request prints the rest.",
    here="The text is shown with this request although its line never ends.",
)
def print_partial(environ, start_response):
    print("troubles: no newline at the end", end="")
    return plain(start_response, "Half a line was printed.")


@trouble(
    "/stderr",
    elsewhere="In the main server's error log, not the virtual host's.",
    here="In the error log, marked as stderr, tied to this request.",
)
def write_stderr(environ, start_response):
    print("troubles: written to sys.stderr", file=sys.stderr)
    return plain(start_response, "A line was written to sys.stderr.")


@trouble(
    "/input",
    elsewhere="Standard input is closed or empty: EOFError, a 500.",
    here="The prompt appears in the console and the request waits for the line that is typed there.",
    ends="Type a line, or close standard input.",
)
def read_line(environ, start_response):
    name = input("troubles: what is your name? ")  # @input
    return plain(start_response, f"Hello {name}.")


@trouble(
    "/stdin",
    elsewhere="Nothing: end of file.",
    here="A line of standard input, without a prompt.",
    ends="Type a line, or close standard input.",
)
def read_stdin(environ, start_response):
    line = sys.stdin.readline()
    return plain(start_response, f"Read {line!r} from sys.stdin.")


@trouble(
    "/isatty",
    elsewhere="AttributeError or False, so that libraries guess wrong about colours and prompts.",
    here="What is true of the streams that Vivarium was started with; never an exception.",
)
def ask_isatty(environ, start_response):
    answers = {name: getattr(sys, name).isatty() for name in ("stdin", "stdout", "stderr")}
    return plain(start_response, f"isatty: {answers}")


@trouble(
    "/breakpoint",
    elsewhere="BdbQuit at once, since standard input is at its end; a 500.",
    here="A (Pdb) prompt in the console that shows this frame; the other threads go on.",
    ends="c in the debugger (q ends the request with BdbQuit).",
)
def stop_at_breakpoint(environ, start_response):
    animals = ["gecko", "newt", "axolotl"]
    breakpoint()  # @breakpoint
    total = sum(len(animal) for animal in animals)  # @after-breakpoint
    return plain(start_response, f"{len(animals)} animals, {total} letters.")


@trouble(
    "/set-trace",
    elsewhere="As breakpoint(); under `httpd -X` it works in the terminal.",
    here="A (Pdb) prompt in the console.",
    ends="c in the debugger.",
)
def stop_at_set_trace(environ, start_response):
    words = query(environ).get("words", "one two").split()
    pdb.set_trace()  # @set-trace
    longest = max(words, key=len)
    return plain(start_response, f"The longest word is {longest}.")


@trouble(
    "/stdout/replace",
    elsewhere="The workaround of old: everything printed goes to the error log from now on, and pdb has "
              "lost its terminal.",
    here="What is printed is shown as stderr, for all requests, until /stdout/restore; Vivarium itself "
         "lives.",
    ends="/stdout/restore",
)
def replace_stdout(environ, start_response):
    sys.stdout = sys.stderr
    print("troubles: printed to a sys.stdout that is sys.stderr")
    return plain(start_response, "sys.stdout is sys.stderr now.")


_stdout = sys.stdout


@trouble(
    "/stdout/restore",
    elsewhere="–",
    here="Undoes /stdout/replace.",
)
def restore_stdout(environ, start_response):
    sys.stdout = _stdout
    return plain(start_response, "sys.stdout is what it was when the application was loaded.")


@trouble(
    "/print/thread",
    elsewhere="In the log, with no hint at the request that started the thread.",
    here="On standard output, of no request or of the one that started the thread; never of another one.",
)
def print_from_thread(environ, start_response):
    thread = threading.Thread(target=print, args=("troubles: printed by a thread",), name="printer")
    thread.start()
    thread.join()
    return plain(start_response, "A thread printed a line.")
