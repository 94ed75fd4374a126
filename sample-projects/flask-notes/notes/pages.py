"""The pages for people."""

import datetime

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for

from . import store

blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
def index():
    """All notes, or those with a tag."""
    session["visits"] = session.get("visits", 0) + 1
    tag = request.args.get("tag")
    notes = store.all_notes(tag)  # @index
    return render_template("index.html", notes=notes, tags=store.tag_counts(), tag=tag)


@blueprint.get("/notes/<int:number>")
def show(number):
    """One note."""
    return render_template("note.html", note=found(number))


@blueprint.route("/new", methods=["GET", "POST"])
def new():
    """The form for a new note, and what comes of it."""
    if request.method == "GET":
        return render_template("form.html", note={}, heading="New note")
    title, problem = checked(request.form)  # @new
    if problem:
        flash(problem, "problem")
        return render_template("form.html", note=request.form, heading="New note"), 400
    number = store.add(title, request.form.get("body", ""), split(request.form.get("tags", "")),
                       parse_due(request.form.get("due", "")))
    session["last"] = number
    flash(f"“{title}” was added.")
    return redirect(url_for("pages.show", number=number))


@blueprint.route("/notes/<int:number>/edit", methods=["GET", "POST"])
def edit(number):
    """The form to change a note, and what comes of it."""
    note = found(number)
    if request.method == "GET":
        return render_template("form.html", note=note, heading="Change the note")
    title, problem = checked(request.form)
    if problem:
        flash(problem, "problem")
        return render_template("form.html", note={**note, **request.form}, heading="Change the note"), 400
    store.change(number, title, request.form.get("body", ""))
    flash(f"“{title}” was changed.")
    return redirect(url_for("pages.show", number=number))


@blueprint.post("/notes/<int:number>/delete")
def delete(number):
    """Removes a note."""
    note = found(number)
    store.remove(number)
    flash(f"“{note['title']}” was removed.")
    return redirect(url_for("pages.index"))


def found(number):
    """A note, or 404."""
    return store.one(number) or abort(404)


def checked(form):
    """The title, and what is wrong with the form, if anything is."""
    title = form.get("title", "").strip()
    return title, None if title else "A note needs a title."


def split(tags):
    """The tags that were typed, separated by commas."""
    return [tag.strip().lower() for tag in tags.split(",") if tag.strip()]  # @split


def parse_due(text):
    """The date that was picked, or None; browsers send it as 2026-02-28."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        return None
