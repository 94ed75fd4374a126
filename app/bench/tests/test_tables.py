import unittest

from benchmark import tables
from benchmark.verdicts import Verdict, capture, crowd, hello, memory


class Table(unittest.TestCase):
    def test_columns_line_up(self):
        self.assertEqual("server    rate\n"
                         "--------------\n"
                         "vivarium  5600\n"
                         "x            1", tables.table(["server", "rate"], [["vivarium", "5600"], ["x", "1"]]))

    def test_a_single_figure_has_no_range(self):
        self.assertEqual("2.00", tables.figure({"min": 2, "median": 2, "max": 2, "count": 1}))
        self.assertEqual("2.00 [1.00-4.00]", tables.figure({"min": 1, "median": 2, "max": 4, "count": 3}))
        self.assertEqual("-", tables.figure(None))

    def test_a_failed_server_is_named_with_its_reason(self):
        text = tables.throughput("hello", {"vivarium": {"failed": "ended with 2"}})
        self.assertIn("vivarium failed: ended with 2", text)


class Verdicts(unittest.TestCase):
    def test_measured_against_waitress(self):
        ratio = {"min": 1, "median": 1.6, "max": 2, "count": 3}
        verdict = hello({"throughput": {"hello": {"vivarium": {"to_waitress": ratio}}}})
        self.assertEqual(("1.60 x", True), (verdict.measured, verdict.reached))

    def test_capture_that_left_events_out_is_not_counted(self):
        row = {"to_no_capture": {"min": 1, "median": 0.9, "max": 1, "count": 3}, "recorded": {"events_lost": 5}}
        verdict = capture({"throughput": {"hello": {"vivarium": row}}})
        self.assertEqual(("0.90 x, 5 events lost", False), (verdict.measured, verdict.reached))

    def test_nothing_measured_is_nothing_promised_or_broken(self):
        self.assertEqual(Verdict("hello, capture on: at least 1.5 x waitress", "not measured"), hello({}))

    def test_a_short_run_proves_errors_but_not_their_absence(self):
        row = {"errors": 0, "requests": 9, "seconds": 5}
        self.assertIsNone(crowd({"connections": row}).reached)
        self.assertFalse(crowd({"connections": {**row, "errors": 1}}).reached)
        self.assertTrue(crowd({"connections": {**row, "seconds": 60.01}}).reached)

    def test_memory_is_compared_from_the_first_quarter_on(self):
        heaps = [(0, 10), (50_000, 100), (200_000, 105)]
        points = [{"requests": requests, "live_heap": size, "resident_after_gc": size} for requests, size in heaps]
        verdict = memory({"memory": {"points": points}})
        self.assertEqual(("RSS 1.05 x, heap 1.05 x, 200000 requests", True), (verdict.measured, verdict.reached))
