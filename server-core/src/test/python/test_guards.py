import os
import signal
import subprocess
import sys
import threading
import unittest

from vivarium_agent import failures, graalpy, logs, stacks

AGENT = os.path.dirname(os.path.dirname(os.path.abspath(failures.__file__)))

# What the guards change cannot be changed back, so they are tried in a process of their own.
PROLOGUE = '''
import os, signal, sys
sys.path.insert(0, %r)
from vivarium_agent import guards
class Channel:
    def log(self, level, text):
        print(level, text.splitlines()[0], flush=True)
guards.install(Channel())
''' % AGENT


def guarded(code):
    done = subprocess.run([sys.executable, '-c', PROLOGUE + code], stdout=subprocess.PIPE, text=True, timeout=60)
    return done.stdout.splitlines(), done.returncode


@unittest.skipUnless(sys.implementation.name == 'cpython', 'needs an interpreter that can be started by its path')
class GuardsTest(unittest.TestCase):
    def test_os_exit_ends_the_request_only(self):
        lines, code = guarded('''
try:
    os._exit(3)
except SystemExit as refused:
    print(type(refused).__name__, refused)
''')
        self.assertEqual(lines, [
            'ERROR os._exit(3) would have ended Vivarium; it ends the request instead.',
            'ProcessExitRefused os._exit(3) is refused: it would end the server'])
        self.assertEqual(code, 0)

    def test_a_signal_to_the_server_itself_is_refused_and_to_others_is_sent(self):
        lines, code = guarded('''
import subprocess
other = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE)
os.kill(other.pid, signal.SIGKILL)
print(other.wait())
os.kill(os.getpid(), 0)
try:
    os.kill(os.getpid(), signal.SIGKILL)
except SystemExit:
    print('lives')
''')
        self.assertEqual((lines[0], lines[-1], code), ('-9', 'lives', 0))

    def test_signal_handlers_are_not_registered(self):
        lines, _ = guarded('''
before = signal.getsignal(signal.SIGTERM)
print(signal.signal(signal.SIGTERM, print) is before, signal.getsignal(signal.SIGTERM) is before)
''')
        self.assertEqual(lines, [f'WARNING Callback registration for signal {int(signal.SIGTERM)} ignored.', 'True True'])


class StacksTest(unittest.TestCase):
    def test_a_thread_says_where_it_is(self):
        answers = []

        def told():
            colour = 'green'
            answers.append(stacks.walk(True))  # @walk
            return colour

        thread = threading.Thread(target=told, name='teller')
        thread.start()
        thread.join()
        name, state, file, line, function, variables = answers[0].split('\0')[:6]
        with open(__file__, encoding='utf-8') as source:
            marked = [number for number, text in enumerate(source, 1) if text.rstrip().endswith('# @walk')]
        self.assertEqual((name, state, file, function), ('teller', '', __file__, 'told'))
        self.assertEqual([int(line)], marked)
        self.assertIn("colour = 'green'", variables.splitlines())

    def test_a_broken_repr_does_not_break_the_dump(self):
        class Broken:
            def __repr__(self):
                raise ValueError('no')

        broken = Broken()
        self.assertIn('broken = <Broken instance at', stacks.walk(True).split('\0')[5])
        del broken


class SleepTest(unittest.TestCase):
    def test_it_sleeps_as_long_as_it_should_and_no_longer(self):
        import time
        for seconds in (0, 0.001, 0.05, True):
            with self.subTest(seconds=seconds):
                start = time.monotonic()
                graalpy.sleep(seconds)
                self.assertGreaterEqual(time.monotonic() - start, seconds - 0.001)

    def test_it_refuses_what_time_sleep_refuses(self):
        self.assertRaises(ValueError, graalpy.sleep, -1)
        self.assertRaises(TypeError, graalpy.sleep, 'long')


class LogsTest(unittest.TestCase):
    def test_the_host_hears_the_level_while_the_handlers_run(self):
        import logging
        heard = []

        class Channel:
            def record(self, level):
                heard.append(level)

        class Handler(logging.Handler):
            def emit(self, record):
                heard.append(record.getMessage())

        original = logging.Logger.callHandlers
        self.addCleanup(setattr, logging.Logger, 'callHandlers', original)
        logs.install(Channel())
        logger = logging.Logger('zoo')
        logger.addHandler(Handler())
        logger.warning('the %s is out', 'lion')
        self.assertEqual(heard, [logging.WARNING, 'the lion is out', 0])


class FailuresTest(unittest.TestCase):
    def test_the_text_is_as_python_has_it(self):
        try:
            try:
                {}['lion']
            except KeyError as missing:
                raise RuntimeError('no lion') from missing
        except RuntimeError as failure:
            kind, message, text, frames = failures.describe(failure)
        self.assertEqual((kind, message), ('RuntimeError', 'no lion'))
        self.assertTrue(text.startswith('Traceback (most recent call last):\n'), text)
        self.assertIn('KeyError: \'lion\'\n\nThe above exception was the direct cause', text)
        self.assertTrue(text.endswith('RuntimeError: no lion'), text)
        self.assertEqual(frames[0], __file__)
        self.assertEqual(frames[2:], ['test_the_text_is_as_python_has_it', "raise RuntimeError('no lion') from missing"])

    def test_a_syntax_error_has_its_own_line_as_a_frame(self):
        try:
            compile('x = (\n', '/zoo/app.py', 'exec')
        except SyntaxError as failure:
            frames = failures.describe(failure)[3]
        self.assertEqual(frames[-4:], ['/zoo/app.py', '1', '<module>', 'x = ('])

    def test_an_exception_that_cannot_be_printed_is_still_described(self):
        class Mute(Exception):
            def __str__(self):
                raise ValueError

        self.assertEqual(failures.describe(Mute())[1], '<str() of the exception raised ValueError>')


if __name__ == '__main__':
    unittest.main()
