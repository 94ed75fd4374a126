"""Keeps an application from ending the process that serves it.

A web application has a server above it that must survive it: mod_wsgi ignores signal handlers that applications register,
and so do we; and where the application shares its process with Vivarium, what ends a process ends only the request.
"""

import os
import signal
import sys
import traceback

_OURS = os.path.dirname(os.path.abspath(__file__)) + os.sep

# pdb and asyncio do this on their users' behalf, and do without when it has no effect.
_QUIET = ('pdb', 'asyncio.runners', 'asyncio.unix_events')


class ProcessExitRefused(SystemExit):
    """Raised instead of what would have ended the whole process."""


def install(channel):
    """Takes effect for the whole process. ``channel.log(level, text)`` is told of every attempt."""

    def refuse(what):
        channel.log('ERROR', f'{what} would have ended Vivarium; it ends the request instead.\n{_caller()}')
        raise ProcessExitRefused(f'{what} is refused: it would end the server')

    def exit_process(status):
        refuse(f'os._exit({status!r})')

    def abort():
        refuse('os.abort()')

    send = os.kill

    def kill(pid, number):
        if pid == os.getpid() and number != 0:
            refuse(f'os.kill({pid}, {number!r}) of the server itself')
        return send(pid, number)

    def raise_signal(number):
        refuse(f'signal.raise_signal({number!r})')

    def register(number, handler):
        """Stands in for ``signal.signal``: says what is there, changes nothing."""
        if sys._getframe(1).f_globals.get('__name__') not in _QUIET:
            channel.log('WARNING', f'Callback registration for signal {int(number)} ignored.\n{_caller()}')
        return signal.getsignal(number)

    os._exit = exit_process
    os.abort = abort
    os.kill = kill
    signal.raise_signal = raise_signal
    signal.signal = register


def _caller():
    """The stack of whoever called the guarded function, without our own frames."""
    stack = [frame for frame in traceback.extract_stack() if not frame.filename.startswith(_OURS)]
    return ''.join(traceback.format_list(stack)).rstrip('\n')
