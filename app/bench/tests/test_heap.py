import unittest

from benchmark.heap import total


class Total(unittest.TestCase):
    def test_is_in_the_last_line_of_a_class_histogram(self):
        histogram = " num  #instances  #bytes\n   1: 12 34 x\nTotal       1000000       95000000\n"
        self.assertEqual(95_000_000, total(histogram))

    def test_anything_else_has_none(self):
        self.assertIsNone(total("no such process"))
