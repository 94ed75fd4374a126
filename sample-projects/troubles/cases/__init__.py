"""The troubles, a module per theme; importing this package registers all of them."""

from . import console, ending, exceptions, hanging, headers, process, reporting, results, sharing, sizes

__all__ = ["console", "ending", "exceptions", "hanging", "headers", "process", "reporting", "results",
           "sharing", "sizes"]
