import http.client
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from benchmark import debug, servers
from benchmark.window import Times

BENCH = pathlib.Path(debug.__file__).resolve().parent

# Stands for waitress, which need not be installed: the application is called on a thread, as a server does it.
WAITRESS = """
import threading


def serve(application, **options):
    environ = {"PATH_INFO": "/count/50"}
    def answer():
        print(b"".join(application(environ, lambda status, headers: print(status))))
    thread = threading.Thread(target=answer)
    thread.start()
    thread.join()
"""


class DebugTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = pathlib.Path(folder.name)
        self.setting = servers.Setting(pathlib.Path("/vivarium"), pathlib.Path("/packages"), sys.executable, 5, self.work)
        self.hello = debug.debugged("hello", self.work)

    def test_the_unhit_lines_are_found(self):
        lines = (self.hello.application.folder / self.hello.file).read_text().splitlines()
        self.assertEqual("return []  # @unhit", lines[self.hello.line - 1].strip())
        notes = debug.debugged("flask-notes", self.work)
        self.assertIn("# @new", (notes.application.folder / notes.file).read_text().splitlines()[notes.line - 1])

    def test_each_vivarium_has_a_project_of_its_own_since_breakpoints_are_kept_with_it(self):
        command = debug.vivarium("vivarium, breakpoint", "--break", "debugged.py:12").command
        one, _ = command(self.setting, self.hello.application, 1)
        two, _ = command(self.setting, self.hello.application, 2)
        self.assertNotEqual(one[1], two[1])
        self.assertTrue(os.path.exists(os.path.join(one[1], "debugged.py")))
        self.assertEqual(["--break", "debugged.py:12"], one[-2:])

    def test_every_peer_serves_with_a_breakpoint_that_is_not_hit_and_with_a_false_condition(self):
        for way in debug.PEERS:
            for marker, condition in (("# @unhit", ""), ("# @often", "turn < 0")):
                with self.subTest(way=way, marker=marker):
                    done = self.peer(way, marker, condition)
                    self.assertIn("200 OK\nb'Hello, world!\\n'", done.stdout, done.stderr)

    def test_the_trace_function_sees_the_line_and_its_condition(self):
        self.assertNotIn("Hello", self.peer("settrace", "# @often", "").stdout)
        self.assertNotIn("Hello", self.peer("settrace", "# @often", "turn == 49").stdout)

    def test_bdb_sees_the_line_and_its_condition(self):
        # Its breakpoint asks for the condition each time: one that has an effect tells that it was asked.
        self.assertIn("asked", self.peer("bdb", "# @often", "print('asked')").stdout)

    def peer(self, way, marker, condition):
        (self.work / "waitress.py").write_text(WAITRESS)
        line = debug.line_of(self.hello.application.folder / "debugged.py", marker)
        words, _ = debug.peer(way, "debugged.py", line, condition).command(self.setting, self.hello.application, 1)
        return subprocess.run(words, cwd=self.hello.application.folder, capture_output=True, text=True, timeout=300,
                              env={**os.environ, "PYTHONPATH": str(self.work)})

    def test_promises(self):
        said = debug.promises({
            "throughput": {"hello": {debug.BROKEN: {"to_plain": {"median": 0.94}}}},
            "conditions": {debug.BROKEN: {"rate": {"median": 10_001}}},
            "window": [Times("hit", "a", 99.9, 300, 300, 50), Times("step", "b", 50.1, 60, 60, 500)],
        }).splitlines()[2:]
        self.assertEqual(["NO", "yes", "yes", "NO"], [line.split()[-1] for line in said], said)
        self.assertEqual(["promise"], debug.promises({}).split()[:1])

    def test_an_answer_that_is_not_200_is_no_loop(self):
        with self.assertRaises((OSError, http.client.HTTPException)):
            debug.loop(servers.free_port(), 1)


if __name__ == "__main__":
    unittest.main()
