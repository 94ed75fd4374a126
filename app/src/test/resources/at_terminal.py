"""Runs a program at a terminal of its own: what comes here is typed there, and what is shown there is printed here.

    at_terminal.py ROWS COLUMNS PROGRAM ARGUMENT...

Ends with the program's exit code, and with 99 where the program did not leave the terminal as it found it.
"""
import fcntl
import os
import pty
import select
import struct
import sys
import termios


def main(rows, columns, *command):
    program, terminal = pty.fork()
    if program == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', int(rows), int(columns), 0, 0))
        os.environ['TERM'] = 'xterm'
        os.execv(command[0], command)
    found = termios.tcgetattr(terminal)
    connect(terminal)
    left = termios.tcgetattr(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(program, 0)[1])
    return status if found == left else 99


def connect(terminal):
    sources = [terminal, 0]
    while True:
        for source in select.select(sources, [], [])[0]:
            try:
                data = os.read(source, 65536)
            except OSError:  # what Linux says when the program has ended
                return
            if not data and source == terminal:
                return
            if not data:
                sources.remove(source)
            else:
                write(1 if source == terminal else terminal, data)


def write(to, data):
    while data:
        data = data[os.write(to, data):]


sys.exit(main(*sys.argv[1:]))
