import pathlib
import tempfile
import unittest

from benchmark import servers, window
from benchmark.window import Times


class WindowTest(unittest.TestCase):
    def test_lines_of_the_program_are_read_and_others_passed_over(self):
        self.assertEqual([Times("frame", "the log is scrolled", 16.7, 20.0, 31.5, 600)],
                         window.times_of("frame\tthe log is scrolled\t16.70\t20.00\t31.50\t600\n"))
        self.assertEqual([], window.times_of("arrived\t1000\n"))

    def test_a_frame_that_is_too_long_breaks_the_promise(self):
        said = window.promises({"smooth": [Times("frame", "a", 16, 20, 90, 600), Times("frame", "b", 16, 51, 90, 600),
                                           Times("work", "b", 3, 400, 400, 600), Times("select", "c", 5, 49, 80, 100)]})
        frame, select = said.splitlines()[2:]
        self.assertTrue(frame.endswith("51.0 ms    NO"), said)
        self.assertTrue(select.endswith("49.0 ms   yes"), said)

    def test_the_window_may_take_a_tenth(self):
        def said(ratio):
            return window.promises({"smooth": [], "cost": {"terminal": {}, "window": {"to_terminal": {"median": ratio}}}})

        self.assertTrue(said(0.91).endswith("9 %   yes"), said(0.91))
        self.assertTrue(said(0.88).endswith("12 %    NO"), said(0.88))

    def test_a_window_is_opened_where_a_terminal_was(self):
        def command(setting, application, port):
            return ["vivarium", ".", "--no-window", "--port", "1"], {"A": "b"}

        with tempfile.TemporaryDirectory() as work:
            setting = servers.Setting(None, None, "python3", 5, pathlib.Path(work))
            words, environment = window.with_window(command)(setting, None, 1)
        self.assertEqual(["vivarium", ".", "--run", "--port", "1"], words)
        self.assertIn("Headless", environment["VIVARIUM_JAVA_OPTIONS"])
        self.assertEqual("b", environment["A"])
