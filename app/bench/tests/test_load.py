import itertools
import unittest

from benchmark import load


class Parse(unittest.TestCase):
    def test_reads_the_line_below_what_wrk_says(self):
        window = load.parse('Running 1s test\n  10 requests in 1.00s\n{"requests": 10, "seconds": 2.0, "p50_ms": 1.5, '
                            '"p99_ms": 9.0, "max_ms": 12.0, "socket_errors": 1, "timeouts": 2, "bad_status": 3}\n')
        self.assertEqual((5.0, 6), (window.rate, window.errors))


class WarmUp(unittest.TestCase):
    def warm_up(self, rates, least=0, longest=60):
        rates = iter(rates)

        def drive_once(seconds):
            return load.Window(int(next(rates) * seconds), seconds, 0, 0, 0, 0, 0, 0)

        return load.warm_up(drive_once, 5, least, longest)

    def test_goes_on_while_the_rate_rises(self):
        warm = self.warm_up([100, 200, 400, 800, 1600, 1610, 1620])
        self.assertEqual(([100, 200, 400, 800, 1600, 1610, 1620], 35, True), (warm.rates, warm.seconds, warm.steady))

    def test_noise_downwards_is_no_warm_up(self):
        self.assertEqual(4, len(self.warm_up([1000, 1000, 700, 900]).rates))

    def test_a_plateau_before_the_least_time_is_no_end(self):
        self.assertEqual(35, self.warm_up([100, 100, 100, 100, 500, 500, 500], least=30).seconds)

    def test_gives_up_in_time_and_says_so(self):
        warm = self.warm_up((2 ** number for number in itertools.count()), longest=30)
        self.assertEqual((30, False), (warm.seconds, warm.steady))
