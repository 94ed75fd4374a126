"""CPython's ways to watch for a breakpoint, under waitress: python3 debugged.py WAY MODULE:NAME PORT FILE LINE CONDITION

WAY is `plain`; `bdb`, the machine of pdb, with the breakpoint set; or `settrace`, a trace function as debuggers for CPython 3.11
have it: it looks at the lines of the breakpoint's file and leaves all other code alone.
"""

import bdb
import importlib
import sys
import threading

import waitress


class Unheard(bdb.Bdb):
    """Stops nowhere but at its breakpoint, and there it only goes on."""

    def watch(self, file, line, condition):
        """For the threads that start from now on."""
        problem = self.set_break(file, line, cond=condition or None)
        if problem:
            raise SystemExit(problem)
        self.reset()
        self.botframe = sys._getframe()
        self._set_stopinfo(self.botframe, None, -1)  # as set_continue does it, which would not trace again
        threading.settrace(self.trace_dispatch)


def trace_lines(file, line, condition):
    """The least that can be done with sys.settrace."""
    wanted = compile(condition, "<condition>", "eval") if condition else None

    def lines(frame, event, argument):
        if event == "line" and frame.f_lineno == line and (
                wanted is None or eval(wanted, frame.f_globals, frame.f_locals)):
            raise SystemExit("the breakpoint was hit")
        return lines

    threading.settrace(lambda frame, event, argument: lines if frame.f_code.co_filename == file else None)


def main(way, application, port, file, line, condition):
    """Serves, and does not return."""
    module, name = application.split(":")
    sys.path.insert(0, "")
    loaded = getattr(importlib.import_module(module), name)
    if way == "bdb":
        Unheard().watch(file, int(line), condition)
    elif way == "settrace":
        trace_lines(file, int(line), condition)
    waitress.serve(loaded, host="127.0.0.1", port=int(port), threads=5)


if __name__ == "__main__":
    main(*sys.argv[1:])
