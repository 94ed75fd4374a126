"""A module named ``mod_wsgi``, for the applications and test scripts that import it."""

import sys
import types

VERSION = (6, 0, 5)


class RequestTimeout(Exception):
    """What mod_wsgi raises in a request that took too long."""


RequestTimeout.__module__ = 'mod_wsgi'


def install(threads, active_requests):
    """``active_requests`` maps the id of each running request to its environ."""
    module = types.ModuleType('mod_wsgi', 'What mod_wsgi offers to applications, as far as Vivarium has it too.')
    module.version = VERSION
    module.process_group = ''
    module.application_group = ''
    module.maximum_processes = 1
    module.threads_per_process = threads
    module.active_requests = active_requests
    module.RequestTimeout = RequestTimeout
    sys.modules['mod_wsgi'] = module
