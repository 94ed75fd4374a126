"""Imports the application, and imports it anew when its files change.

A reload drops the project's own modules and leaves the standard library and installed packages loaded, which is what makes
it quick. Whatever the old modules left behind elsewhere is put in order here: functions registered with ``atexit``, import
and line caches, and, for Django, its registries.
"""

import atexit
import importlib
import importlib.util
import linecache
import os
import site
import sys
import threading

from vivarium_agent import django_state


class Loader:
    """The application of one project. ``folder`` is absolute; it becomes the working directory."""

    def __init__(self, channel, folder, path, site_packages, variables):
        self._channel = channel
        self._folder = os.path.join(folder, '')
        self._foreign = tuple(os.path.join(entry, '') for entry in site_packages)
        self._at_exit = _AtExit(self._is_ours)
        self._before = dict(os.environ), os.getcwd(), list(sys.path), list(sys.argv)
        os.environ.update(variables)
        os.chdir(folder)
        for entry in site_packages:
            site.addsitedir(entry)
        sys.path[:0] = [folder, *path]
        sys.argv[:] = ['vivarium']

    def unload(self):
        """Takes everything back: the project's modules, its entries of ``sys.path``, its environment."""
        self.farewell()
        self._at_exit.uninstall()
        for module in [name for name, module in list(sys.modules.items()) if self._is_ours(module)]:
            del sys.modules[module]
        django_state.reset()
        variables, folder, sys.path[:], sys.argv[:] = self._before
        os.environ.clear()
        os.environ.update(variables)
        os.chdir(folder)
        importlib.invalidate_caches()

    def farewell(self):
        """Calls what the project's modules registered with ``atexit``, once."""
        self._at_exit.run(self._at_exit.registered())

    def load(self, kind, name, attribute):
        """The application; raises whatever importing it raises."""
        if kind == 'script':
            application = getattr(_run_script(name), attribute)
        elif kind == 'django':
            os.environ.setdefault('DJANGO_SETTINGS_MODULE', attribute)
            from django.core.wsgi import get_wsgi_application
            application = get_wsgi_application()
        else:
            application = importlib.import_module(name)
            for part in attribute.split('.'):
                application = getattr(application, part)
            if kind == 'factory':
                application = application()
        if not callable(application):
            raise TypeError(f'{name}:{attribute} is not a WSGI application: {type(application).__name__} cannot be called')
        return application

    def reload(self, kind, name, attribute):
        """As :meth:`load`, with the project's modules imported anew; on failure everything is as it was."""
        old = {name: module for name, module in list(sys.modules.items()) if self._is_ours(module)}
        farewells = self._at_exit.registered()
        threads = threading.enumerate()
        for module in old:
            del sys.modules[module]
        importlib.invalidate_caches()
        linecache.checkcache()
        undo = django_state.reset()
        try:
            application = self.load(kind, name, attribute)
            django_state.import_urls()
        except BaseException:
            for module in [name for name, module in list(sys.modules.items()) if self._is_ours(module)]:
                del sys.modules[module]
            sys.modules.update(old)
            undo()
            raise
        self._at_exit.run(farewells)
        self._name_leftovers(threads, old)
        return application

    def _name_leftovers(self, threads, modules):
        for thread in threads:
            module = getattr(getattr(thread, '_target', None), '__module__', None) or type(thread).__module__
            if module in modules and thread.is_alive():
                self._channel.log(
                    'WARNING', f'Thread {thread.name} was started by {module} before the reload and still runs the old code.')

    def owns(self, filename):
        """Whether this file is the project's own rather than an installed package's."""
        return filename.startswith(self._folder) and not filename.startswith(self._foreign)

    def _is_ours(self, module):
        file = getattr(module, '__file__', None)
        if file is None:
            paths = list(getattr(module, '__path__', None) or ())
            file = os.path.join(paths[0], '') if paths else ''
        return isinstance(file, str) and self.owns(file)


class _AtExit:
    """Knows which functions the project's modules registered, so that those of dropped modules can be called at once."""

    def __init__(self, is_ours):
        self._registered = []
        self._register = register = atexit.register

        def remember(function, *arguments, **keywords):
            register(function, *arguments, **keywords)
            module = sys.modules.get(getattr(function, '__module__', None) or '')
            if module is not None and is_ours(module):
                self._registered.append((function, arguments, keywords))
            return function

        atexit.register = remember

    def uninstall(self):
        atexit.register = self._register

    def registered(self):
        return list(self._registered)

    def run(self, entries):
        """Calls these, newest first, as the end of the process would have."""
        for entry in reversed(entries):
            self._registered.remove(entry)
            function, arguments, keywords = entry
            atexit.unregister(function)
            try:
                function(*arguments, **keywords)
            except Exception:
                sys.excepthook(*sys.exc_info())


def _run_script(path):
    """Runs a WSGI script file as mod_wsgi does: as a module that cannot be imported by its name."""
    import hashlib  # not earlier: on GraalPy it brings a quarter of a second's worth of ciphers
    from importlib.machinery import SourceFileLoader
    name = '_mod_wsgi_' + hashlib.md5(path.encode()).hexdigest()
    spec = importlib.util.spec_from_loader(name, SourceFileLoader(name, path))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return module
