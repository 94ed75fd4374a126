import unittest

from vivarium_agent import rules


class RulesTest(unittest.TestCase):
    def broken(self, check, value, message):
        with self.assertRaises(rules.RuleBroken) as caught:
            check(value)
        self.assertEqual(str(caught.exception), message)

    def test_status(self):
        for status in '200 OK', '404 Not Found', '999 x', '200 ', '200', '200 Gr\xfc\xdfe', '200 a\tb':
            rules.check_status(status)
        for status in '', 'OK', '20 OK', '2000 OK', '200OK', '200 OK\n', '200 \u20ac', '099 x', ' 200 OK':
            self.broken(
                rules.check_status, status,
                f'the status must be three digits, a space and a reason, not {status!r} of type str (PEP 3333)')
        self.broken(
            rules.check_status, b'200 OK',
            'the status must be a str such as "200 OK", not b\'200 OK\' of type bytes (PEP 3333)')

    def test_headers_that_may_be_sent(self):
        for headers in [], [('X-A', 'b')], [('X-A', '')], [('X-A', 'a\tb')], [('X-A', '\xff')], [('a!#$%&\'*+-.^_`|~1', 'b')]:
            self.assertIs(rules.check_headers(headers), False)
        self.assertIs(rules.check_headers([('X-A', 'b'), ('content-LENGTH', '12')]), True)

    def test_headers_that_may_not(self):
        for header in [
                ('X A', 'b'), ('', 'b'), ('X\n', 'b'), ('X-\xfc', 'b'), ('X-A', 'b\n'), ('X-A', 'b\r'), ('X-A', '\0'),
                ('X-A', '\x7f'), ('X-A', '\u0100'), ('X-A', 1), (1, 'b'), ('X-A',), ['X-A', 'b'], 'X-A', None,
                ('Status', '200'), ('Content-Length', '+1'), ('Content-Length', ''), ('Content-Length', '\u0663'),
                ('Connection', 'close'), ('TE', 'x'), ('Upgrade', 'x'), ('Transfer-Encoding', 'chunked')]:
            with self.subTest(header), self.assertRaises(rules.RuleBroken):
                rules.check_headers([header])
        for headers in (), {}, None, 'X-A: b', iter([]):
            with self.subTest(headers), self.assertRaises(rules.RuleBroken):
                rules.check_headers(headers)

    def test_one_length_is_enough(self):
        with self.assertRaises(rules.RuleBroken):
            rules.check_headers([('Content-Length', '1'), ('Content-Length', '1')])

    def test_chunk(self):
        rules.check_chunk(b'')
        for chunk in '', None, 1, bytearray(), memoryview(b''):
            with self.subTest(chunk), self.assertRaises(rules.RuleBroken):
                rules.check_chunk(chunk)

    def test_exc_info(self):
        self.assertIs(rules.check_exc_info((None, None, None)), False)
        self.assertIs(rules.check_exc_info((ValueError, ValueError(), None)), True)
        for value in 1, (), (1, 2), ValueError():
            with self.subTest(value), self.assertRaises(rules.RuleBroken):
                rules.check_exc_info(value)

    def test_values_are_shown_in_part(self):
        self.assertEqual(rules.value('a' * 500), "'" + 'a' * 199 + '… of type str')


if __name__ == '__main__':
    unittest.main()
