"""Notes in the database, as dicts with their tags."""

from .database import connection


def all_notes(tag=None):
    """All notes, or those with a tag, the newest first."""
    query = "SELECT * FROM notes ORDER BY id DESC"
    if tag is None:
        rows = connection().execute(query)
    else:
        query = "SELECT notes.* FROM notes JOIN tags ON note = id WHERE name = ? ORDER BY id DESC"
        rows = connection().execute(query, (tag,))
    return [with_tags(row) for row in rows.fetchall()]


def one(number):
    """One note, or None."""
    row = connection().execute("SELECT * FROM notes WHERE id = ?", (number,)).fetchone()
    return with_tags(row) if row else None


def with_tags(row):
    """A row as a dict, with the names of its tags."""
    names = connection().execute("SELECT name FROM tags WHERE note = ? ORDER BY name", (row["id"],))
    return {**dict(row), "tags": [name for name, in names]}


def add(title, body, tags, due=None):
    """Adds a note and says its number."""
    with connection() as db:
        query = "INSERT INTO notes(title, body, due) VALUES (?, ?, ?)"
        number = db.execute(query, (title, body, due)).lastrowid
        db.executemany("INSERT INTO tags(note, name) VALUES (?, ?)", [(number, tag) for tag in tags])  # @tags
        return number


def change(number, title, body):
    """Changes the words of a note."""
    with connection() as db:
        db.execute("UPDATE notes SET title = ?, body = ? WHERE id = ?", (title, body, number))


def remove(number):
    """Removes a note; False when there was none."""
    with connection() as db:
        return db.execute("DELETE FROM notes WHERE id = ?", (number,)).rowcount > 0


def tag_counts():
    """Every tag with the number of its notes."""
    query = "SELECT name, count(*) AS notes FROM tags GROUP BY name ORDER BY name"
    return connection().execute(query).fetchall()
