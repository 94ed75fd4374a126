"""Troubles: one route for each thing that goes wrong in WSGI applications. `/` lists them.

A script file, as mod_wsgi loads it, not a module: one of the troubles is about that difference.
"""

import pickle

import cases  # noqa: F401 - importing the cases registers their routes
import index
from routes import find, plain, trouble


class Visit:
    """A class of the script file, which is what makes pickling its instances a trouble."""

    def __init__(self, number):
        self.number = number


@trouble(
    "/pickle", theme="Sharing between requests",
    elsewhere="PicklingError, or worse, a pickle that no other process can load: mod_wsgi's script files "
              "are not modules, so the class cannot be found by name.",
    here="The round trip either works or ends in a PicklingError whose traceback names this script.",
)
def pickle_script_object(environ, start_response):
    loaded = pickle.loads(pickle.dumps(Visit(7)))  # @pickle
    module = type(loaded).__module__
    return plain(start_response, f"Visit {loaded.number} of the module {module} was pickled and loaded.")


def application(environ, start_response):
    """The WSGI application: one callable per path, and nothing in between that would tidy up after it."""
    path = environ.get("PATH_INFO", "") or "/"
    if path in index.PAGES:
        return index.PAGES[path](environ, start_response)
    route = find(path)
    if route is None:
        return plain(start_response, "There is no such trouble.", "404 Not Found")
    return route.call(environ, start_response)  # @route
