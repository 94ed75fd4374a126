"""The notes, through Flask's test client."""

import pathlib
import tempfile
import unittest

from notes import create_app


class NotesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        app = create_app({"DATABASE": str(pathlib.Path(folder.name) / "notes.db"), "TESTING": True})
        self.client = app.test_client()

    def test_a_new_note_is_shown_with_a_message(self):
        form = {"title": "Größe", "body": "x", "tags": "a, B", "due": "2026-02-28"}
        page = self.client.post("/new", data=form, follow_redirects=True).text
        for text in ("“Größe” was added.", "due 2026-02-28", ">a</a>", ">b</a>"):
            self.assertIn(text, page)

    def test_a_note_without_a_title_is_refused(self):
        answer = self.client.post("/new", data={"title": " "})
        self.assertEqual(400, answer.status_code)
        self.assertIn("A note needs a title.", answer.text)

    def test_a_note_lives_and_dies_through_the_api(self):
        answer = self.client.post("/api/notes", json={"title": "t", "tags": ["q", "Q"]})
        self.assertEqual((201, ["q"]), (answer.status_code, answer.json["tags"]))
        address = answer.headers["Location"]
        self.assertEqual(200, self.client.get(address).status_code)
        self.assertEqual(204, self.client.delete(address).status_code)
        self.assertEqual(404, self.client.get(address).status_code)

    def test_every_page_answers(self):
        for target in ("/", "/?tag=weekly", "/?tag=none", "/notes/1", "/notes/1/edit", "/new", "/api/notes"):
            with self.subTest(target):
                self.assertEqual(200, self.client.get(target).status_code)


if __name__ == "__main__":
    unittest.main()
