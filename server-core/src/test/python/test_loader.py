import atexit
import os
import sys
import tempfile
import textwrap
import threading
import unittest

from vivarium_agent.loader import Loader


class Channel:
    def __init__(self):
        self.lines = []

    def log(self, level, text):
        self.lines.append((level, text))


class LoaderTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = os.path.realpath(folder.name)
        self._keep(os, 'environ', os.environ.copy())
        for value, restore in ((sys.path, list(sys.path)), (sys.argv, list(sys.argv))):
            self.addCleanup(lambda value=value, restore=restore: value.__setitem__(slice(None), restore))
        self.addCleanup(os.chdir, os.getcwd())
        self._keep(atexit, 'register', atexit.register)
        self._keep(sys, 'dont_write_bytecode', sys.dont_write_bytecode)
        sys.dont_write_bytecode = True  # two versions of a file within a second would be taken for one
        modules = set(sys.modules)
        self.addCleanup(lambda: [sys.modules.pop(name) for name in set(sys.modules) - modules])
        self.channel = Channel()

    def _keep(self, owner, name, value):
        self.addCleanup(setattr, owner, name, value)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(textwrap.dedent(text))
        return path

    def loader(self, **variables):
        return Loader(self.channel, self.folder, [], [], variables)

    def test_the_project_comes_first_and_is_the_working_directory(self):
        self.write('zoo.py', 'def application(environ, start_response): return [b"1"]\n')
        loader = self.loader(ZOO='lion')
        application = loader.load('module', 'zoo', 'application')
        self.assertEqual(application({}, None), [b'1'])
        self.assertEqual(sys.path[0], self.folder)
        self.assertEqual(os.getcwd(), self.folder)
        self.assertEqual(os.environ['ZOO'], 'lion')

    def test_a_factory_is_called(self):
        self.write('zoo.py', 'def create_app(): return lambda environ, start_response: [b"made"]\n')
        self.assertEqual(self.loader().load('factory', 'zoo', 'create_app')({}, None), [b'made'])

    def test_a_script_is_a_module_that_nobody_can_import(self):
        script = self.write('zoo.wsgi', 'class application: pass\n')
        application = self.loader().load('script', script, 'application')
        self.assertTrue(application.__module__.startswith('_mod_wsgi_'))
        self.assertIn(application.__module__, sys.modules)

    def test_what_cannot_be_called_is_no_application(self):
        self.write('zoo.py', 'application = 42\n')
        with self.assertRaisesRegex(TypeError, 'zoo:application is not a WSGI application: int cannot be called'):
            self.loader().load('module', 'zoo', 'application')

    def test_a_reload_imports_the_projects_modules_anew_and_no_others(self):
        self.write('zoo.py', 'import animals, json\napplication = lambda *_: animals.NAME\n')
        self.write('animals/__init__.py', 'NAME = "lion"\n')
        loader = self.loader()
        self.assertEqual(loader.load('module', 'zoo', 'application')(), 'lion')
        json = sys.modules['json']
        self.write('animals/__init__.py', 'NAME = "tiger"\n')
        self.assertEqual(loader.reload('module', 'zoo', 'application')(), 'tiger')
        self.assertIs(sys.modules['json'], json)

    def test_unloading_takes_everything_back(self):
        self.write('zoo.py', 'application = print\n')
        before = list(sys.path), os.getcwd(), dict(os.environ)
        loader = self.loader(ZOO='lion')
        loader.load('module', 'zoo', 'application')
        loader.unload()
        self.assertNotIn('zoo', sys.modules)
        self.assertEqual((list(sys.path), os.getcwd(), dict(os.environ)), before)

    def test_a_failed_reload_leaves_everything_as_it_was(self):
        self.write('zoo.py', 'import animals\napplication = lambda *_: animals.NAME\n')
        self.write('animals.py', 'NAME = "lion"\n')
        loader = self.loader()
        old = loader.load('module', 'zoo', 'application')
        before = sys.modules['animals']
        self.write('zoo.py', 'import animals\nsyntax error here\n')
        with self.assertRaises(SyntaxError):
            loader.reload('module', 'zoo', 'application')
        self.assertIs(sys.modules['animals'], before)
        self.assertEqual(old(), 'lion')

    def test_what_old_modules_registered_for_the_end_is_called_at_the_reload(self):
        self.write('zoo.py', '''
            import atexit, ended
            atexit.register(ended.LIST.append, "by append")
            def bye(): ended.LIST.append("bye")
            atexit.register(bye)
            application = print
            ''')
        ended = type(sys)('ended')
        ended.LIST = []
        sys.modules['ended'] = ended
        loader = self.loader()
        loader.load('module', 'zoo', 'application')
        loader.reload('module', 'zoo', 'application')
        self.assertEqual(ended.LIST, ['bye'])
        atexit.unregister(sys.modules['zoo'].bye)
        atexit.unregister(ended.LIST.append)

    def test_threads_that_still_run_old_code_are_named(self):
        self.write('zoo.py', '''
            import threading
            stop = threading.Event()
            threading.Thread(target=lambda: stop.wait(), name="feeder", daemon=True).start()
            application = print
            ''')
        loader = self.loader()
        loader.load('module', 'zoo', 'application')
        old = sys.modules['zoo']
        self.addCleanup(lambda: [sys.modules['zoo'].stop.set(), old.stop.set()])
        loader.reload('module', 'zoo', 'application')
        self.assertEqual(
            self.channel.lines,
            [('WARNING', 'Thread feeder was started by zoo before the reload and still runs the old code.')])
        self.assertTrue(any(thread.name == 'feeder' for thread in threading.enumerate()))


if __name__ == '__main__':
    unittest.main()
