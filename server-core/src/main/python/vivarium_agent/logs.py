"""Tells the host which lines of standard error are records of ``logging``, and of which level.

No handler is added: an application that asks whether there are any must get the answer that it would get elsewhere.
"""

import logging


def install(channel):
    """``channel.record(level)`` hears the level while a thread's handlers run, and 0 after."""
    call_handlers = logging.Logger.callHandlers

    def callHandlers(self, record):
        channel.record(record.levelno)
        try:
            call_handlers(self, record)
        finally:
            channel.record(0)

    logging.Logger.callHandlers = callHandlers
