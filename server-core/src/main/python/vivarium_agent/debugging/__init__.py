"""The debugger's Python side.

:mod:`.hooks` is there from the start and costs nothing; :mod:`.stops` and what it imports are loaded when something stops first.

The *host*, one for the process, has these methods:

``due(kind, number)``   the number of a breakpoint for this moment of the request, or 0; kinds are ``entry``, ``response``
and ``chunk``
``suspend(kind, text, number)``   has the calling thread stop at the next line of the project's own code that it executes
``stop(stop, kind, number, text[, type, message, traceback, frames])``   stops the calling thread, see :class:`.stops.Stop`;
returns the user's wish
``mine(file)``          whether a file is the project's own
``exchange()``          the number of the request that the calling thread serves
``left(kinds, type, message, traceback, frames)``   an exception has left the application; the number of the breakpoint that
stops there, 0 to stop without one, -1 to go on
``passed(text)``        a line for the error log: a stop in the code that was not made
``breakpoints()``, ``change(text)``   see :mod:`.marks`
"""
