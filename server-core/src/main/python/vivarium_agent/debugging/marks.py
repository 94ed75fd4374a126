"""The host's breakpoints as those of ``bdb``, so that pdb's commands work on them, and back."""

import bdb
import json


class Marks:
    """``refresh()`` before a command that looks at breakpoints, ``publish()`` after one that may have changed them."""

    def __init__(self, host, debugger):
        self._host = host
        self._debugger = debugger
        self._before = {}

    def refresh(self):
        known = json.loads(self._host.breakpoints())
        bdb.Breakpoint.clearBreakpoints()
        self._debugger.breaks = {}
        self._before = {}
        for number, file, line, enabled, condition, ignore, once, hits in known['list']:
            while len(bdb.Breakpoint.bpbynumber) < number:
                bdb.Breakpoint.bpbynumber.append(None)
            bdb.Breakpoint.next = number
            mark = bdb.Breakpoint(file, line, once, condition or None)
            mark.enabled, mark.ignore, mark.hits = enabled, ignore, hits
            self._debugger.breaks.setdefault(file, []).append(line)
            self._before[number] = _state(mark)
        while len(bdb.Breakpoint.bpbynumber) < known['next']:
            bdb.Breakpoint.bpbynumber.append(None)
        bdb.Breakpoint.next = known['next']

    def publish(self):
        now = {mark.number: _state(mark) for mark in bdb.Breakpoint.bpbynumber if mark}
        changes = [state for number, state in now.items() if self._before.get(number) != state]
        gone = [number for number in self._before if number not in now]
        if changes or gone:
            self._host.change(json.dumps({'changed': changes, 'gone': gone}))
            self._before = now


def _state(mark):
    return [mark.number, mark.file, mark.line, bool(mark.enabled), mark.cond or '', int(mark.ignore), bool(mark.temporary)]
