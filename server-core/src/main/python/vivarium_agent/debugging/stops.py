"""One stop of one thread: what the host calls on it until the user wishes to go on."""

import bdb
import functools
import json
import os
import sys
import threading
import types

from vivarium_agent import failures
from vivarium_agent.debugging import lines, slot
from vivarium_agent.debugging.console import ConsolePdb, words
from vivarium_agent.debugging.variables import Variables

_OURS = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
_consoles = threading.local()


class TooLong(BaseException):
    """The host has ended an evaluation; it knows that it has, whatever comes of this."""


class Stop:
    """The frames of a thread that stands still. Used on that thread only.

    The host gives it a *channel* with ``read()`` (a line; None when interrupted), ``write(text)``, ``selected(index)``,
    ``set_local(index, name)`` (gives a local variable the value in :mod:`.slot`; says whether there is one).
    """

    def __init__(self, frames, breakpoint, exception=None):
        self.frames = frames
        self.breakpoint = breakpoint
        self.exception = exception
        self.channel = None
        self._variables = Variables(self)
        self._console = None
        self._new = {}  # index of a frame: what was assigned since it stopped, which its namespace may not know

    # For the console and the variables.

    def frame(self, index):
        return self.frames[index][0]

    def namespace(self, index):
        """The frame's locals; those of the frame that the console is in hold what was defined at its prompt as well."""
        console, frame = self._console, self.frame(index)
        if console is not None and getattr(console, 'curframe', None) is frame:
            return console.curframe_locals
        return self.fresh(index)

    def fresh(self, index):
        names = self.frame(index).f_locals
        names.update(self._new.get(index, {}))
        return names

    def set_local(self, index, name, value):
        names = self.namespace(index)
        names[name] = value
        if names is self.frame(index).f_globals:
            return
        code = self.frame(index).f_code
        # The engine writes to the frame itself, which holds a cell for what inner functions use.
        slot.value = types.CellType(value) if name in code.co_cellvars or name in code.co_freevars else value
        try:
            if not self.channel.set_local(index, name):
                raise ValueError(f'{name} cannot be changed: this Python cannot change a local variable of this frame')
        finally:
            slot.value = None
        self._new.setdefault(index, {})[name] = value
        names.update(self._new[index])

    def settle(self, index, before, after):
        """Makes the changes of a namespace real ones."""
        if after is self.frame(index).f_globals:
            return
        code = self.frame(index).f_code
        real = {*code.co_varnames, *code.co_cellvars, *code.co_freevars}
        for name, value in list(after.items()):
            if name in real and (name not in before or before[name] is not value):
                try:
                    self.set_local(index, name, value)
                except ValueError as refused:
                    self.channel.write(f'*** {refused}\n')
        self.channel.changed()

    def target(self, name):
        try:
            return lines.target(eval(name, self.frame(0).f_globals, self.namespace(0)))
        except Exception:
            return None

    def statement(self):
        """The first and the last line of what is being executed."""
        frame, line = self.frames[0]
        return lines.extent(frame.f_code.co_filename, line)

    # For the host.

    def described(self):
        return json.dumps([[frame.f_code.co_filename, line, frame.f_code.co_name] for frame, line in self.frames])

    def hold(self, channel):
        self.channel = channel
        console = getattr(_consoles, 'mine', None)
        if console is None or console.busy:  # a stop in what is evaluated at a prompt has a prompt of its own
            console = _consoles.mine = ConsolePdb(channel.host())
        self._console = console
        return console.hold(self)

    def select(self, index):
        self._console.select(index)

    def scopes(self, index):
        return self._variables.scopes(index)

    def children(self, reference, start, count):
        return self._variables.children(reference, start, count)

    def text(self, reference, start, count):
        return self._variables.text(reference, start, count)

    def complete(self, index, text, cursor):
        return words((self.frame(index).f_globals, self.namespace(index)), text, cursor)

    def complete_command(self, index, text, cursor):
        names = self.frame(index).f_globals, self.namespace(index)
        return words(names, text, cursor, self._console.named(text[:cursor]))

    def calls(self):
        frame, line = self.frames[0]
        return json.dumps(lines.calls(frame.f_code.co_filename, line))

    def evaluate(self, index, text):
        names = self.frame(index).f_globals, self.namespace(index)
        before = dict(names[1])
        try:
            try:
                code = compile(text.strip(), '<evaluate>', 'eval')
            except SyntaxError:
                exec(compile(text.strip() + '\n', '<evaluate>', 'exec'), *names)
                answer = json.dumps({'output': ''})
            else:
                value = eval(code, *names)
                answer = json.dumps({'value': self._variables.describe(text.strip(), value, text.strip())})
            self.settle(index, before, names[1])
            return answer
        except BaseException as raised:
            return json.dumps({'problem': failures.headline(raised)})

    def assign(self, reference, name, expression, selected):
        try:
            owner = self._variables.frame_of(reference)
            index = selected if owner is None else owner
            value = eval(expression.strip(), self.frame(index).f_globals, self.namespace(index))
            self._variables.assign(reference, name, value)
            self.channel.changed()
            return json.dumps({'value': self._variables.describe(name, value, '')})
        except BaseException as raised:
            return json.dumps({'problem': failures.headline(raised)})


def frames_of(frame, line=None):
    """Frame and line, innermost first, without those that are ours: the server's below, the debugger's above."""
    found = []
    while frame is not None:
        if not frame.f_code.co_filename.startswith(_OURS):
            found.append((frame, line if line is not None and not found else frame.f_lineno))
        elif found and frame.f_code.co_name == '_run':
            break
        frame = frame.f_back
    return found


def of_traceback(exception):
    traceback = exception.__traceback__ if isinstance(exception, BaseException) else exception
    found = []
    while traceback is not None:
        if not traceback.tb_frame.f_code.co_filename.startswith(_OURS):
            found.append((traceback.tb_frame, traceback.tb_lineno))
        traceback = traceback.tb_next
    return found[::-1]


def stop_here(host, frame, kind, text, number):
    stop(host, frames_of(frame) or [(frame, frame.f_lineno)], kind, number, text, None)


def stop(host, frames, kind, number, text, exception):
    """Stops the calling thread at a moment that the host's own machinery does not know of; raises ``BdbQuit`` on abort."""
    if not frames:
        return
    held = Stop(frames, number, exception if isinstance(exception, BaseException) else None)
    failure = failures.strings(exception) if isinstance(exception, BaseException) else ()
    wish = host.stop(held, kind, number, text, *failure)
    if wish == 'abort' and kind not in ('POST_MORTEM', 'EXCEPTION'):  # after which nothing is left to be aborted
        raise bdb.BdbQuit


def suspended(line, returned, breakpoint):
    """For the host's own machinery: it has suspended the calling thread before this line.

    The caller's frame is the innermost; where a call has just ``returned``, it is the one that was called.
    """
    frame = sys._getframe(1)
    return Stop(frames_of(frame.f_back if returned else frame, line), breakpoint)


def entered():
    """Whether the suspended frame is in the first line since it was called or went on: until the second it knows no place."""
    return sys._getframe(1).f_lasti < 0


def command(host, line):
    """Does what one of pdb's commands about breakpoints says while no thread stands still; what pdb answers."""
    from vivarium_agent.debugging import unpaused
    return unpaused.said(host, line)


def test(condition, names):
    """Whether a breakpoint's condition holds; a text when it raises something.

    ``names`` are globals and locals; None for those of the frame that is suspended.
    """
    names = names or _names(sys._getframe(1))
    try:
        return bool(eval(_compiled(condition), *names))
    except BaseException as raised:
        return failures.headline(raised)


def uncaught(line, kinds):
    """Whether no handler of the project's own code waits for an exception that the suspended frame raises in this line.

    What a library raises and handles itself never comes to that code. ``kinds`` are the names of its class and of all base
    classes, a line each.
    """
    from vivarium_agent.debugging.hooks import hooks
    names = set(kinds.split('\n'))
    reached = False
    for frame, at in frames_of(sys._getframe(1), line):
        file = frame.f_code.co_filename
        mine = hooks.host.mine(file)
        reached = reached or mine
        if (mine or not reached) and lines.caught(file, at, names, functools.partial(_value, frame)):
            return False
    return True


def _value(frame, expression):
    try:
        return eval(expression, frame.f_globals, frame.f_locals)
    except Exception:
        return ()


def message(template, names):
    """The text of a log point: each ``{expression}`` is replaced by its value."""
    names = names or _names(sys._getframe(1))
    try:
        return str(eval(_compiled('f' + repr(template)), *names))
    except BaseException as raised:
        return f'{template} ({failures.headline(raised)})'


def _names(frame):
    return frame.f_globals, frame.f_locals


@functools.lru_cache(maxsize=256)
def _compiled(expression):
    return compile(expression.strip(), '<breakpoint>', 'eval')


def raise_quit():
    raise bdb.BdbQuit


def raise_too_long():
    raise TooLong


def raise_interrupt():
    raise KeyboardInterrupt
