"""The shoebox: files that visitors leave, and the site's own static files."""

import mimetypes
import pathlib
import urllib.parse

import forms
import pages
import store
import web

STATIC = pathlib.Path(__file__).resolve().parent / "static"
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")


def show(request):
    """What is in the box, and the form to put something in."""
    found = [described(request, file) for file in store.files()]
    return pages.page(request, "Shoebox", "files.html", count=len(found),
                      files=pages.each("file.html", found, root=request.root))


def upload(request):
    """Keeps an uploaded file."""
    file = request.form().get("file")  # @upload
    if not isinstance(file, forms.Upload) or not file.filename:
        raise web.Refused("400 Bad Request", "Choose a file first.")
    name = pathlib.PurePosixPath(file.filename.replace("\\", "/")).name or "unnamed"
    number = store.add_file(name, file.content_type, file.content)
    request.complain(f"file {number} ({name}, {len(file.content)} bytes) was left in the shoebox")
    return web.redirect(f"{request.root}/files")


def download(request, number):
    """A file back, as the picture it is or to be saved; the server streams it from the disk."""
    file = store.file(number)
    if file is None:
        raise web.Refused("404 Not Found", f"There is no file {number} in the shoebox.")
    picture = file["content_type"] in PICTURES
    name = urllib.parse.quote(file["name"], safe="")
    content_type = file["content_type"] if picture else "application/octet-stream"
    return send(request, store.file_path(number), content_type, [
        ("Content-Disposition", f"{'inline' if picture else 'attachment'}; filename*=UTF-8''{name}"),
        ("X-Content-Type-Options", "nosniff")])


def delete(request, number):
    """Takes a file out of the box."""
    store.remove_file(number)
    return web.redirect(f"{request.root}/files")


def static(request, name):
    """A style sheet or picture of the site."""
    path = STATIC / name
    if name.startswith(".") or not path.is_file():
        raise web.Refused("404 Not Found", f"There is no static file {name}.")
    return send(request, path, mimetypes.guess_type(name)[0] or "application/octet-stream", [])


def send(request, path, content_type, headers):
    """A response that is a file on the disk."""
    stream = open(path, "rb")
    length = ("Content-Length", str(path.stat().st_size))
    body = request.environ["wsgi.file_wrapper"](stream, 64 * 1024)  # @send
    return web.Response(body, content_type=content_type, headers=[length, *headers])


def described(request, file):
    """A row of the list: the file with its address, a readable size, and a preview where it is a picture."""
    address = f"{request.root}/files/{file['id']}/{urllib.parse.quote(file['name'], safe='')}"
    size = f"{file['size'] / 1024:.1f} KB" if file["size"] >= 1024 else f"{file['size']} bytes"
    preview = pages.Html('<span class="icon">📄</span>')
    if file["content_type"] in PICTURES:
        preview = pages.fill("preview.html", address=address)
    return {**file, "size": size, "address": address, "preview": preview}
