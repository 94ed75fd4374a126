"""What Vivarium runs inside the Python that runs the application.

Plain standard library, the same code for every engine: GraalPy in Vivarium's own process and CPython in a child process.
It knows its host only as two small objects that the host hands in:

* the *channel*, one for the process: ``log(level, text)``, ``record(level)``,
  ``has_console()`` and ``read_console(size)``,
* the *call*, one for each request: see :mod:`vivarium_agent.gateway`.
"""
