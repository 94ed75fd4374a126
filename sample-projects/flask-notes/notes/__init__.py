"""Notes: a small Flask application with what most Flask applications have."""

import os
import pathlib

from flask import Flask, render_template, request

from . import api, database, pages

PROJECT = pathlib.Path(__file__).resolve().parent.parent


def create_app(settings=None):
    """Makes the application; `settings` override its configuration, as tests do."""
    app = Flask(__name__, instance_path=str(PROJECT / "instance"))
    app.config.update(
        DATABASE=os.environ.get("NOTES_DATABASE") or os.path.join(app.instance_path, "notes.db"),
        # A fixed key, so that sessions outlive a reload: this is a sample, and signs nothing of value.
        SECRET_KEY="sample-key-for-flask-notes",
        MAX_CONTENT_LENGTH=1024 * 1024,
    )
    app.config.update(settings or {})
    database.init_app(app)
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(api.blueprint)
    app.register_error_handler(404, not_found)
    return app


def not_found(error):
    """A page for people, JSON for programs."""
    if request.path.startswith("/api/"):
        return {"error": "There is no such note."}, 404
    return render_template("not_found.html"), 404
