"""Submitted forms, urlencoded and multipart (the `cgi` module that used to do this left Python in 3.13)."""

import email.parser
import email.policy
import urllib.parse
from collections import namedtuple

Upload = namedtuple("Upload", "filename content_type content")


def parse(content_type, body):
    """Fields by name; of a field sent twice the last one counts."""
    if content_type.lower().startswith("multipart/form-data"):
        return dict(multipart(content_type, body))
    return dict(urllib.parse.parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def multipart(content_type, body):
    """The parts of a multipart body; only their headers are parsed as mail, the content stays as it was."""
    boundary = mail_headers(f"Content-Type: {content_type}".encode("latin-1")).get_boundary()
    if not boundary:
        return
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode("latin-1"))[1:]:
        if part.startswith(b"--"):
            return
        headers, _, content = part.lstrip(b" \t").partition(b"\r\n\r\n")
        headers = mail_headers(headers[2:])
        name, filename = headers.get_param("name", header="content-disposition"), headers.get_filename()
        if filename is None:
            yield name, content.decode("utf-8", "replace")
        else:
            yield name, Upload(filename, headers.get_content_type(), content)


def mail_headers(lines):
    """Header lines as a message without a body."""
    parser = email.parser.BytesParser(policy=email.policy.HTTP)
    return parser.parsebytes(lines + b"\r\n\r\n", headersonly=True)
