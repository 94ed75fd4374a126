"""What a session file holds of the load that its server was under: a rate with capture on counts for little if
the recorder could not keep up and left events out."""

import contextlib
import sqlite3

QUERIES = {
    "exchanges": "SELECT count(*) FROM exchanges",
    "events_lost": "SELECT coalesce(sum(json_extract(data, '$.count')), 0) FROM events WHERE kind = 'events-lost'",
    "body_bytes_left_out": "SELECT coalesce(sum(size - length(body)), 0) FROM events WHERE body IS NOT NULL",
}


def recorded(file):
    """The numbers, read from the views that docs/session-format.md promises; None where there is no session file."""
    if not file.exists():
        return None
    with contextlib.closing(sqlite3.connect(file)) as connection:
        return {name: connection.execute(query).fetchone()[0] for name, query in QUERIES.items()}
