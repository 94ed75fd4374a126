"""pdb's commands about breakpoints while no thread stands still."""

import linecache
import sys
import types

from vivarium_agent.debugging.console import ConsolePdb


def said(host, line):
    """Does what a command says; what pdb answers to it."""
    debugger = _Unpaused(host)
    linecache.checkcache()
    debugger.onecmd(line)
    return ''.join(debugger.answer)


class _Unpaused(ConsolePdb):
    """Has no frame, but knows all modules; and nobody whom it could ask."""

    def __init__(self, host):
        super().__init__(host, readrc=False)
        self.answer = []
        self.curframe = types.SimpleNamespace(f_globals=dict(sys.modules))
        self.curframe_locals = {}

    def write(self, text):
        self.answer.append(text)
        return len(text)

    def defaultFile(self):
        return ''

    def checkline(self, filename, lineno):
        if not filename:
            self.error('No thread is paused, so that a line needs its file: b FILE:LINE')
            return 0
        return super().checkline(filename, lineno)

    def do_clear(self, arg):
        if arg:
            return super().do_clear(arg)
        return self.error('Which? cl NUMBER or cl FILE:LINE')

    do_cl = do_clear
