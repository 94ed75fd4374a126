"""The notes for programs: JSON below /api/notes."""

from flask import Blueprint, abort, jsonify, request, url_for

from . import store

blueprint = Blueprint("api", __name__, url_prefix="/api/notes")


@blueprint.get("")
def notes():
    """All notes, or those with ?tag=."""
    return jsonify(store.all_notes(request.args.get("tag")))


@blueprint.post("")
def add():
    """Adds a note sent as {"title": …, "body": …, "tags": […]}."""
    sent = request.get_json()
    if not isinstance(sent, dict) or not str(sent.get("title") or "").strip():
        return {"error": "A note needs a title."}, 400
    tags = sent.get("tags") or []
    if not isinstance(tags, list):
        return {"error": "The tags of a note are a list."}, 400
    number = store.add(str(sent["title"]).strip(), str(sent.get("body", "")),
                       sorted({str(tag).strip().lower() for tag in tags}))  # @api
    return jsonify(store.one(number)), 201, {"Location": url_for("api.note", number=number)}


@blueprint.get("/<int:number>")
def note(number):
    """One note."""
    return jsonify(store.one(number) or abort(404))


@blueprint.delete("/<int:number>")
def remove(number):
    """Removes a note."""
    if not store.remove(number):
        abort(404)
    return "", 204
