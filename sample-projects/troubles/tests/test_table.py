"""The table of routes; what the routes do depends on the server, and so is Vivarium's to test."""

import io
import json
import unittest
import wsgiref.util

import cases  # noqa: F401 - importing the cases registers their routes
import index
from routes import ROUTES, find


def body_of(view):
    environ = {"wsgi.errors": io.StringIO()}
    wsgiref.util.setup_testing_defaults(environ)
    return b"".join(view(environ, lambda status, headers: None)).decode("utf-8")


class TableTest(unittest.TestCase):
    def test_the_index_page_has_every_route_and_what_to_expect(self):
        page = body_of(index.page)
        for route in ROUTES.values():
            with self.subTest(route.path):
                self.assertIn(route.path, page)
                self.assertTrue(route.here and route.elsewhere)

    def test_the_same_as_json(self):
        self.assertEqual(list(ROUTES), [row["path"] for row in json.loads(body_of(index.table))])

    def test_a_path_finds_its_route(self):
        found = [find(path) for path in ("/unicode/a/b", "/lock", "/lock/x", "/")]
        self.assertEqual(["/unicode/", "/lock", None, None], [route and route.path for route in found])


if __name__ == "__main__":
    unittest.main()
