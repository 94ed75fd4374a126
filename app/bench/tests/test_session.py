import pathlib
import sqlite3
import tempfile
import unittest

from benchmark import session

# As much of docs/session-format.md as is asked for.
VIEWS = """
CREATE TABLE exchanges (id);
CREATE TABLE events (kind, data, body, size);
INSERT INTO exchanges VALUES (1), (2);
INSERT INTO events VALUES ('events-lost', '{"count": 7}', NULL, NULL), ('events-lost', '{"count": 2}', NULL, NULL),
    ('chunk-written', '{}', x'6162', 5);
"""


class Recorded(unittest.TestCase):
    def test_counts_what_is_there_and_what_is_not(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "session"
            connection = sqlite3.connect(file)
            connection.executescript(VIEWS)
            connection.close()
            self.assertEqual({"exchanges": 2, "events_lost": 9, "body_bytes_left_out": 3}, session.recorded(file))

    def test_without_a_file_there_is_nothing_to_say(self):
        self.assertIsNone(session.recorded(pathlib.Path("no such file")))
