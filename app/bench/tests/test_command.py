import contextlib
import io
import unittest

from benchmark import command


class Options(unittest.TestCase):
    def test_names_of_what_is_measured_and_served(self):
        options = command.parse(["--only", "hello,memory", "--servers", "vivarium,waitress"])
        self.assertEqual((["hello", "memory"], ["vivarium", "waitress"]), (options.only, options.servers))

    def test_an_unknown_name_is_answered_with_the_known_ones(self):
        said = io.StringIO()
        with contextlib.redirect_stderr(said), self.assertRaises(SystemExit):
            command.parse(["--servers", "tomcat"])
        self.assertIn("tomcat: choose from vivarium,", said.getvalue())

    def test_what_is_given_goes_before_what_quick_says(self):
        pace = command.pace(command.parse(["--quick", "--seconds", "7"]))
        self.assertEqual((7, 2), (pace.seconds, pace.rounds))
