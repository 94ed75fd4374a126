"""``sys.stdin`` where a window's console is on its other end: Ctrl+C there raises ``KeyboardInterrupt`` in the reading thread."""

import io
import sys


class ConsoleInput(io.RawIOBase):
    """Bytes from ``channel.read_console(size)``: Latin-1 text, empty at the end of the file, None when interrupted."""

    name = '<stdin>'
    mode = 'rb'

    def __init__(self, channel):
        self._channel = channel

    def readinto(self, buffer):
        text = self._channel.read_console(len(buffer))
        if text is None:
            raise KeyboardInterrupt
        data = text.encode('latin-1')
        buffer[:len(data)] = data
        return len(data)

    def readable(self):
        return True

    def fileno(self):
        return 0

    def isatty(self):
        return False

    def close(self):
        """Standard input belongs to the server and outlives the application."""


def install(channel):
    if channel.has_console():
        reader = io.BufferedReader(ConsoleInput(channel))
        sys.stdin = sys.__stdin__ = io.TextIOWrapper(reader, encoding='utf-8', errors='replace')
