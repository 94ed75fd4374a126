"""The database: a connection per request, and tables made when the file is missing."""

import pathlib
import sqlite3

from flask import current_app, g

SCHEMA = """
CREATE TABLE IF NOT EXISTS notes(
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    due TEXT,
    created_at TEXT NOT NULL DEFAULT (datetime('now'))
);
CREATE TABLE IF NOT EXISTS tags(
    note INTEGER NOT NULL REFERENCES notes(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (note, name)
);
"""
FIRST_NOTE = ("Feed the geckos", "Crickets on Monday and Thursday.\nCalcium once a week.",
              ["animals", "weekly"])


def init_app(app):
    """Closes the connection of each request at its end."""
    app.teardown_appcontext(close)


def connection():
    """This request's connection; the file and its tables are made by the first one."""
    if "database" not in g:
        path = pathlib.Path(current_app.config["DATABASE"])
        path.parent.mkdir(parents=True, exist_ok=True)
        g.database = sqlite3.connect(str(path), timeout=10)
        g.database.row_factory = sqlite3.Row
        g.database.execute("PRAGMA foreign_keys = ON")
        prepare(g.database)
    return g.database


def prepare(db):
    """Makes the tables and a first note, once for each file, whichever thread or process comes first."""
    if db.execute("PRAGMA user_version").fetchone()[0] == 1:
        return
    db.executescript("BEGIN IMMEDIATE;" + SCHEMA)
    if db.execute("PRAGMA user_version").fetchone()[0] == 0:
        title, body, tags = FIRST_NOTE
        note = db.execute("INSERT INTO notes(title, body) VALUES (?, ?)", (title, body)).lastrowid
        db.executemany("INSERT INTO tags(note, name) VALUES (?, ?)", [(note, tag) for tag in tags])
        db.execute("PRAGMA user_version = 1")
    db.commit()


def close(error):
    """Closes this request's connection, if it had one; what was not committed is gone."""
    db = g.pop("database", None)
    if db is not None:
        db.close()
