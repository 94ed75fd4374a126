import unittest

from benchmark import measurements


def row(*rates):
    return {"windows": [{"rate": rate, "p50_ms": 1, "p99_ms": 2, "errors": 0} for rate in rates]}


class Summarised(unittest.TestCase):
    def test_compares_within_a_round_so_that_a_slow_minute_does_not_count(self):
        rows = measurements.summarised({"vivarium": row(300, 30), "waitress": row(100, 10)})
        self.assertEqual({"min": 3.0, "median": 3.0, "max": 3.0, "count": 2}, rows["vivarium"]["to_waitress"])
        self.assertEqual({"min": 30, "median": 165.0, "max": 300, "count": 2}, rows["vivarium"]["rate"])

    def test_a_server_that_failed_is_compared_with_nothing(self):
        rows = measurements.summarised({"vivarium": {"failed": "no answer"}, "waitress": row(100)})
        self.assertEqual({"failed": "no answer", "to_no_capture": None}, rows["vivarium"])


class StartRatio(unittest.TestCase):
    def test_leaves_out_rounds_that_one_of_them_missed(self):
        mine = {"starts": [{"round": 1, "seconds": 2}, {"round": 2, "seconds": 3}]}
        theirs = {"starts": [{"round": 2, "seconds": 6}]}
        self.assertEqual(0.5, measurements.start_ratio(mine, theirs)["median"])

    def test_without_the_other_there_is_none(self):
        self.assertIsNone(measurements.start_ratio({"starts": [{"round": 1, "seconds": 2}]}, None))
