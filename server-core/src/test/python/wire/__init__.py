"""The applications that the wire tests serve, one module a theme; each has ``application``."""


def by_path(cases):
    """An application that hands ``/name`` to ``name`` in the module whose ``globals()`` are given."""

    def application(environ, start_response):
        return cases[environ['PATH_INFO'].strip('/')](environ, start_response)

    return application
