import unittest

from benchmark import find
from benchmark.find import Found


class FindTest(unittest.TestCase):
    def test_lines_of_the_program_are_read_and_others_passed_over(self):
        self.assertEqual([Found("filter: body:milk", 40.5, 60.25, 7)],
                         find.found_in("filter: body:milk\t40.50\t60.25\t7\n"))
        self.assertEqual([], find.found_in("WARNING: something\n"))

    def test_promises_are_held_against_the_median(self):
        said = find.promises([Found("ingest: exchanges a second", 4_999, 9_000, 3),
                              Found("open: first rows", 999, 2_000, 7),
                              Found("diff: two JSON bodies of 1 MB", 500, 500, 7),
                              Found("filter: status:5xx", 199, 300, 7)]).splitlines()[2:]
        self.assertEqual(["NO", "yes", "NO", "yes"], [line.split()[-1] for line in said], said)

    def test_what_was_not_measured_is_left_out(self):
        self.assertEqual(2, len(find.promises([]).splitlines()))

    def test_the_table_has_a_row_for_each(self):
        said = find.found_table([Found("a", 1, 2, 3), Found("b", 4, 5, 6)])
        self.assertEqual(["a", "b"], [line.split()[0] for line in said.splitlines()[2:]])
