import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from benchmark import processes
from benchmark.applications import MEASURED, FOLDER, Application

SERVER = "import sys; from wsgiref.simple_server import make_server; import hello; " \
         "make_server('127.0.0.1', int(sys.argv[1]), hello.application).serve_forever()"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + SERVER
PARENT = "import os, subprocess, sys; child = subprocess.Popen([sys.executable, '-c', %r, sys.argv[1]]); " \
         "print(child.pid, flush=True); child.wait()" % STUBBORN


class RunningServer(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.log = pathlib.Path(folder.name) / "log"

    def start(self, code):
        port = processes.free_port()
        running = processes.Running([sys.executable, "-c", code, str(port)], FOLDER, {}, self.log, port)
        self.addCleanup(running.end)
        return running

    def test_answers_is_looked_at_and_ends_with_its_port_free(self):
        running = self.start(SERVER)
        self.assertGreater(running.await_answer(MEASURED["hello"]), 0)
        self.assertGreater(running.resident(), 1_000_000)
        self.assertIn(running.uses("no such file"), (False, None))
        running.end()
        self.assertTrue(processes.is_free(running.port))

    def test_one_that_ignores_the_signal_is_ended_all_the_same(self):
        running = self.start(STUBBORN)
        running.await_answer(MEASURED["hello"])
        running.end(patience=0.2)
        self.assertTrue(processes.is_free(running.port))

    def test_one_that_ends_by_itself_says_why(self):
        with self.assertRaisesRegex(processes.ServerFailed, "ended with 1 before it answered: .*no_such_module"):
            self.start("import no_such_module").await_answer(MEASURED["hello"])

    def test_a_wrong_answer_is_no_answer(self):
        other = Application("other", FOLDER, "hello", answer=b"something else")
        with self.assertRaisesRegex(processes.ServerFailed, "14 other bytes"):
            self.start(SERVER).await_answer(other)

    def test_children_are_ended_with_their_parent(self):
        running = self.start(PARENT)
        running.await_answer(MEASURED["hello"])
        child = int(self.log.read_text().splitlines()[0])
        running.end(patience=0.2)
        self.assertFalse(alive(child))


def alive(pid):
    """Whether it still runs; one that nobody has collected yet does not."""
    try:
        os.kill(pid, 0)
        said = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
        return said.stdout.strip()[:1] not in ("", "Z")
    except ProcessLookupError:
        return False
