"""The entry point: what `flask run` and WSGI servers look for."""

from notes import create_app

app = create_app()
