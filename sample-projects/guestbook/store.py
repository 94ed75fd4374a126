"""Everything that is kept: one SQLite file, and beside it a folder with the uploaded files.

Each call opens its own connection, so any number of threads may come at once. The data is made on first use,
below the project whatever the working directory is, or where the environment variable GUESTBOOK_DATA says.
"""

import contextlib
import os
import pathlib
import sqlite3
import threading

DATA = pathlib.Path(os.environ.get("GUESTBOOK_DATA") or pathlib.Path(__file__).resolve().parent / "data")
DATABASE = DATA / "guestbook.db"
FILES = DATA / "files"
PER_PAGE = 5

SCHEMA = """
CREATE TABLE entries(
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, message TEXT NOT NULL, mood TEXT NOT NULL,
    signed_at TEXT NOT NULL DEFAULT (datetime('now'))
);
CREATE TABLE files(
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, content_type TEXT NOT NULL, size INTEGER NOT NULL,
    uploaded_at TEXT NOT NULL DEFAULT (datetime('now'))
);
"""
FIRST_ENTRIES = [
    ("The keeper", "Welcome! The pen is on the table. Every page here is a few lines of plain Python.", "🌱"),
    ("Ada L.", "A charming engine you have here. It weaves pages as the loom weaves leaves.", "✨"),
    ("Grace", "Found a moth between page 3 and 4. Left it where it was :-)", "🦋"),
    ("Linus aged 6", "I LIKE THE LIZARD", "🦎"),
    ("A. Turing", "Can the visitors of this book tell whether it was signed by a machine?", "🤔"),
    ("Marta & Jan", "Nous étions ici. Wir waren hier. Tu byliśmy. わたしたちはここにいた。", "✨"),
    ("Python 3.12", "import this", "🐍"),
]
_creating = threading.Lock()


@contextlib.contextmanager
def connection():
    """A connection for one piece of work, committed at its end and rolled back when it fails."""
    with _creating:
        if not DATABASE.exists():
            create()
    db = sqlite3.connect(str(DATABASE), timeout=10)
    db.row_factory = sqlite3.Row
    try:
        with db:
            yield db
    finally:
        db.close()


def create():
    """Makes the database under another name first, so that no one meets a half-made one."""
    FILES.mkdir(parents=True, exist_ok=True)
    fresh = DATA / f"new-{os.getpid()}.db"
    with contextlib.suppress(FileNotFoundError):
        fresh.unlink()
    db = sqlite3.connect(str(fresh))
    db.executescript(SCHEMA)
    with db:
        db.executemany("INSERT INTO entries(name, message, mood) VALUES (?, ?, ?)", FIRST_ENTRIES)
    db.close()
    os.replace(fresh, DATABASE)


def count():
    """How many entries there are."""
    with connection() as db:
        return db.execute("SELECT count(*) FROM entries").fetchone()[0]


def entries(page=1):
    """The entries of one page, the newest first."""
    with connection() as db:
        query = "SELECT * FROM entries ORDER BY id DESC LIMIT ? OFFSET ?"
        return [dict(row) for row in db.execute(query, (PER_PAGE, (page - 1) * PER_PAGE))]


def entry(number):
    """One entry, or None."""
    with connection() as db:
        row = db.execute("SELECT * FROM entries WHERE id = ?", (number,)).fetchone()
        return dict(row) if row else None


def add(name, message, mood):
    """Adds an entry and says its number."""
    with connection() as db:
        query = "INSERT INTO entries(name, message, mood) VALUES (?, ?, ?)"
        return db.execute(query, (name, message, mood)).lastrowid  # @insert


def remove(number):
    """Removes an entry; False when there was none."""
    with connection() as db:
        return db.execute("DELETE FROM entries WHERE id = ?", (number,)).rowcount > 0


def find(words):
    """The entries whose message holds these words, whatever the case."""
    with connection() as db:
        query = "SELECT * FROM entries WHERE instr(lower(message), lower(?)) ORDER BY id DESC"
        return [dict(row) for row in db.execute(query, (words,))]


def files():
    """The uploaded files, the newest first."""
    with connection() as db:
        return [dict(row) for row in db.execute("SELECT * FROM files ORDER BY id DESC")]


def file(number):
    """What is known of one uploaded file, or None."""
    with connection() as db:
        row = db.execute("SELECT * FROM files WHERE id = ?", (number,)).fetchone()
        return dict(row) if row else None


def file_path(number):
    """Where the bytes of an uploaded file lie; the visitor's name for it never becomes a path."""
    return FILES / f"{int(number)}.bin"


def add_file(name, content_type, content):
    """Keeps an uploaded file; the row is only committed once the bytes are written."""
    with connection() as db:
        query = "INSERT INTO files(name, content_type, size) VALUES (?, ?, ?)"
        number = db.execute(query, (name, content_type, len(content))).lastrowid
        FILES.mkdir(exist_ok=True)
        file_path(number).write_bytes(content)
        return number


def remove_file(number):
    """Removes an uploaded file; False when there was none."""
    with connection() as db:
        gone = db.execute("DELETE FROM files WHERE id = ?", (number,)).rowcount > 0
    with contextlib.suppress(FileNotFoundError):
        file_path(number).unlink()
    return gone
