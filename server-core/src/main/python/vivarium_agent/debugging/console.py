"""Python's own pdb on a thread that the host has stopped: its commands look at the frames, its steps are handed to the host."""

import code
import json
import pdb
import re
import sys

from vivarium_agent.debugging import lines
from vivarium_agent.debugging.marks import Marks

#: Commands that look at breakpoints, or change them.
_ABOUT_BREAKPOINTS = {
    'b', 'break', 'tbreak', 'cl', 'clear', 'condition', 'ignore', 'enable', 'disable', 'commands', 'l', 'list', 'll', 'longlist'}


#: The name by which pdb refers to what ``$name`` stands for.
CONVENIENCE = '__pdb_convenience_variables'


class Released(BaseException):
    """The host lets the thread go on, whatever its prompt is in the middle of."""


class ConsolePdb(pdb.Pdb):
    """One for each thread. What users define at the prompt (aliases, commands of breakpoints) is the same on all."""

    _aliases = {}
    _commands = {}, {}, {}
    _rc_read = False

    def __init__(self, host, readrc=True):
        super().__init__(stdin=self, stdout=self, nosigint=True, readrc=readrc and not ConsolePdb._rc_read)
        ConsolePdb._rc_read |= readrc
        self.aliases = self._aliases
        self.commands, self.commands_doprompt, self.commands_silent = self._commands
        self._marks = Marks(host, self)
        self._stop = None
        self._convenience = {}
        self.wish = None

    def hold(self, stop):
        """Talks until the user wishes to go on; returns how, as text for the host."""
        self._stop, self.wish = stop, None
        try:
            self.prompt = stop.channel.prompt()
            self.currentbp = stop.breakpoint
            frame = stop.frame(0)
            if self.bp_commands(frame):
                self.interaction(frame, None)
        except Released:
            self.wish = 'continue'
            self.forget()
        finally:
            self._stop = None
        return self.wish or 'continue'

    @property
    def busy(self):
        return self._stop is not None

    # What pdb reads and writes.

    def write(self, text):
        if self._stop is not None:
            self._stop.channel.write(text)
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False

    encoding = 'utf-8'

    def readline(self):
        line = self._stop.channel.read()
        if self._stop.channel.released():
            raise Released
        if line is None:
            raise KeyboardInterrupt
        return line

    # The stack: the host knows which frames there are, and which line the innermost one is in.

    def get_stack(self, frame, traceback):
        frames = self._stop.frames
        stack = [(frame, line) for frame, line in reversed(frames)]
        return stack, len(stack) - 1

    def setup(self, frame, traceback):
        super().setup(frame, traceback)
        if self._stop.exception is not None:
            self.set_convenience_variable(self.curframe, '_exception', self._stop.exception)

    def set_convenience_variable(self, frame, name, value):
        """In the frame's own namespace: pdb has them in the module's, where threads would take them from each other."""
        self._convenience[name] = value
        self.curframe_locals[CONVENIENCE] = self._convenience

    def line_of(self, frame):
        for index, (each, line) in enumerate(self.stack):
            if each is frame:
                return line
        return frame.f_lineno

    def select(self, index):
        """The frame with this index, counted from the innermost, is the one that commands are about."""
        if self.curframe is not None and self.curindex != len(self.stack) - 1 - index:
            self.curindex = len(self.stack) - 1 - index
            self.curframe = self.stack[self.curindex][0]
            self.curframe_locals = self._stop.fresh(index)
            self.set_convenience_variable(self.curframe, '_frame', self.curframe)
            self.lineno = None
            self.write('\n')
            self.print_stack_entry(self.stack[self.curindex])
            self.write(self.prompt)

    def _select_frame(self, number):
        super()._select_frame(number)
        index = len(self.stack) - 1 - number
        self.curframe_locals = self._stop.fresh(index)
        self.set_convenience_variable(self.curframe, '_frame', self.curframe)
        self._stop.channel.selected(index)

    def do_list(self, arg):
        if arg == '.' or not arg and self.lineno is None:
            first = max(1, self.line_of(self.curframe) - 5)
            arg = f'{first}, {first + 10}'
        return super().do_list(arg)

    do_l = do_list

    def _print_lines(self, lines, start, breaks=(), frame=None):
        current = self.line_of(frame) if frame else -1
        for number, text in enumerate(lines, start):
            mark = 'B' if number in breaks else ' '
            arrow = '->' if number == current else ''
            self.message(f'{number:>3} '[:max(4, len(str(number)))] + mark + arrow + '\t' + text.rstrip())

    def do_until(self, arg):
        if arg and arg.isdigit() and int(arg) <= self.line_of(self.curframe):
            self.error('"until" line number is smaller than current line number')
            return None
        return self._go('until ' + arg if arg else 'until')

    do_unt = do_until

    # Steps.

    def _go(self, wish):
        self.wish = wish
        return 1

    def do_step(self, arg):
        """s(tep) [function]

        Execute the current line, stop at the first possible occasion. With the name of a function that the line calls, stop in
        that one.
        """
        if arg:
            found = self._stop.target(arg)
            if found is None:
                self.error(f'{arg} cannot be stepped into: it is not a function with Python code')
                return None
            first, last = self._stop.statement()
            return self._go(f'call {found[1]} {first} {last} {found[0]}')
        return self._go('into')

    do_s = do_step

    def do_next(self, arg):
        return self._go('over')

    do_n = do_next

    def do_return(self, arg):
        return self._go('out')

    do_r = do_return

    def do_continue(self, arg):
        self.displaying.pop(self.curframe, None)
        return self._go('continue')

    do_c = do_cont = do_continue

    def do_quit(self, arg):
        return self._go('abort')

    do_q = do_exit = do_quit

    def do_EOF(self, arg):
        self.message('')
        return self._go('abort')

    def do_jump(self, arg):
        """j(ump) lineno

        Not on this engine.
        """
        self.error('Jump failed: this Python cannot jump to another line')

    do_j = do_jump

    def do_run(self, arg):
        self.error('run: the server starts the application anew when a file changes')

    do_restart = do_run

    def do_debug(self, arg):
        self.error('debug: set a breakpoint in what is called, and call it with p')

    def do_interact(self, arg):
        names = {**self.curframe.f_globals, **self.curframe_locals}

        def read(prompt):
            self.write(prompt)
            line = self.readline()
            if not line:
                raise EOFError
            return line.rstrip('\n')

        class Interpreter(code.InteractiveConsole):
            def write(console, text):
                self.write(text)

        stdout, sys.stdout = sys.stdout, self
        try:
            Interpreter(names).interact('*interactive*', read, )
        finally:
            sys.stdout = stdout

    def do_break(self, arg, temporary=0):
        return super().do_break(self._located(arg), temporary)

    do_b = do_break

    def _located(self, arg):
        """A function's name as the place of its first statement: the line of its ``def`` is executed when it is defined."""
        name, comma, condition = arg.partition(',')
        if ':' in name or not name.strip() or name.strip().isdigit():
            return arg
        try:
            found = lines.target(eval(name, self.curframe.f_globals, self.curframe_locals))
        except Exception:
            found = None
        return arg if found is None else f'{found[0]}:{found[1]}{comma}{condition}'

    def lineinfo(self, identifier):
        name, file, line = super().lineinfo(identifier)
        return (name, file, name and lines.body(file, name, int(line)) or line)

    def do_clear(self, arg):
        if arg:
            return super().do_clear(arg)
        self.write('Clear all breaks? ')
        if self.readline().strip().lower() in ('y', 'yes'):
            marks = [mark for mark in pdb.bdb.Breakpoint.bpbynumber if mark]
            for mark in marks:
                self.clear_bpbynumber(mark.number)
                self.message(f'Deleted {mark}')
        return None

    do_cl = do_clear

    def do_print(self, arg):
        """print expression

        As p, for transcripts from before Python 3.
        """
        return self.default('print' + arg) if arg.startswith('(') else self.do_p(arg)

    def named(self, begun):
        """Commands and aliases, where the last word of what was typed may be one."""
        before = re.sub(r'[\w.]*$', '', begun).strip()
        if before not in ('', 'h', 'help', '?'):
            return []
        return [name[3:] for name in self.get_names() if name.startswith('do_') and name != 'do_EOF'] + list(self.aliases)

    def default(self, line):
        """A statement: what it assigns to local variables is really assigned."""
        before = dict(self.curframe_locals)
        super().default(line)
        self._stop.settle(len(self.stack) - 1 - self.curindex, before, self.curframe_locals)

    def onecmd(self, line):
        name = self.parseline(line)[0] if line and not self.commands_defining else None
        if name not in _ABOUT_BREAKPOINTS:
            return super().onecmd(line)
        self._marks.refresh()
        try:
            return super().onecmd(line)
        finally:
            self._marks.publish()

    def set_break(self, filename, lineno, temporary=False, cond=None, funcname=None):
        return super().set_break(filename, lineno, temporary, cond, None)


def words(names, text, cursor, commands=()):
    """Whole words that the last one before the cursor may become, as JSON: names, or attributes of what is before the dot.

    Where there are too many, commands come first and then local names.
    """
    import builtins
    import keyword
    begin = cursor
    while begin > 0 and (text[begin - 1].isalnum() or text[begin - 1] in '_.'):
        begin -= 1
    word = text[begin:cursor]
    owner, dot, start = word.rpartition('.')
    if dot:
        try:
            found = [f'{owner}.{name}' for name in dir(eval(owner, *names))]
        except Exception:
            found = []
        start = word
        hidden = word.rpartition('.')[2].startswith('_')
        found = [name for name in found if hidden or not name.rpartition('.')[2].startswith('_')]
    else:
        found = [*commands, *names[1], *names[0], *dir(builtins), *keyword.kwlist]
    matching = dict.fromkeys(name for name in found if name.startswith(start))
    return json.dumps(sorted([*matching][:100]))
