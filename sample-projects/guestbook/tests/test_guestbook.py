"""The guestbook, called as a server calls it and checked by `wsgiref.validate`."""

import io
import json
import os
import re
import tempfile
import unittest
import urllib.parse
import wsgiref.util
import wsgiref.validate

DATA = tempfile.TemporaryDirectory()
os.environ["GUESTBOOK_DATA"] = DATA.name

import app  # noqa: E402 - only now does it find the folder for its data


def call(method, target, body=b"", content_type="application/x-www-form-urlencoded", cookie=""):
    """Status, headers and body of one request."""
    path, _, query = target.partition("?")
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SCRIPT_NAME": "",
               "CONTENT_TYPE": content_type, "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body),
               "wsgi.errors": io.StringIO(), "HTTP_COOKIE": cookie}
    if method in ("GET", "HEAD", "DELETE"):
        del environ["CONTENT_TYPE"], environ["CONTENT_LENGTH"]
    wsgiref.util.setup_testing_defaults(environ)
    environ["wsgi.file_wrapper"] = wsgiref.util.FileWrapper
    answer = []
    validated = wsgiref.validate.validator(app.application)
    result = validated(environ, lambda *args: answer.extend(args) or (lambda _: None))
    try:
        content = b"".join(result)
    finally:
        result.close()
    return int(answer[0].split()[0]), dict(answer[1]), content


def send_json(value):
    return call("POST", "/api/entries", json.dumps(value).encode(), "application/json")


class GuestbookTest(unittest.TestCase):
    def test_signing_remembers_the_name_and_shows_the_entry(self):
        form = urllib.parse.urlencode({"name": "Zoë <b>", "message": "¡hola!", "mood": "🦎"}).encode()
        status, headers, _ = call("POST", "/sign", form)
        self.assertEqual(303, status)
        self.assertRegex(headers["Location"], r"^/#entry-\d+$")
        _, _, page = call("GET", "/", cookie=headers["Set-Cookie"].split(";")[0] + "; visits=3")
        self.assertIn("Welcome back, Zoë &lt;b&gt;. This is your visit number 4.", page.decode())
        self.assertIn("¡hola!", page.decode())

    def test_an_entry_lives_and_dies_through_the_api(self):
        status, headers, content = send_json({"name": "a", "message": "b"})
        self.assertEqual(201, status)
        self.assertEqual("b", json.loads(content)["message"])
        statuses = [call(method, headers["Location"])[0] for method in ("GET", "DELETE", "GET")]
        self.assertEqual([200, 204, 404], statuses)

    def test_a_file_comes_back_as_it_was_left(self):
        content = bytes(range(256)) + b"\r\n--x\r\n"
        body = (b'--xyz\r\nContent-Disposition: form-data; name="file"; filename="C:\\\\a \xc3\xa9.bin"\r\n'
                b"Content-Type: message/rfc822\r\n\r\n" + content + b"\r\n--xyz--\r\n")
        self.assertEqual(303, call("POST", "/files", body, "multipart/form-data; boundary=xyz")[0])
        page = call("GET", "/files")[2].decode()
        address = re.search(r'href="(/files/\d+/[^"]*)"', page).group(1)
        self.assertTrue(address.endswith("a%20%C3%A9.bin"), address)
        status, headers, received = call("GET", urllib.parse.unquote(address, "latin-1"))
        self.assertEqual((200, content), (status, received))
        self.assertEqual("application/octet-stream", headers["Content-Type"])

    def test_every_page_answers(self):
        for target in ("/", "/?page=2", "/?page=x", "/search", "/search?q=MOTH", "/files", "/about",
                       "/api/entries", "/static/style.css", "/stream?delay=0", "/countdown?from=2&delay=0"):
            with self.subTest(target):
                status, _, content = call("GET", target)
                self.assertEqual(200, status)
                self.assertTrue(content)
                self.assertEqual((200, b""), call("HEAD", target)[::2])

    def test_what_cannot_be_served_is_refused(self):
        cases = [(404, call("GET", "/nowhere")), (405, call("DELETE", "/")), (400, call("POST", "/sign")),
                 (400, call("POST", "/files")), (404, call("GET", "/files/999/x")),
                 (404, call("GET", "/static/..")), (415, call("POST", "/api/entries", b"{}")),
                 (400, send_json([])), (400, send_json({"name": "x"}))]
        self.assertEqual([status for status, _ in cases], [answer[0] for _, answer in cases])

    def test_the_theme_leads_back_to_this_site_only(self):
        for back, location in (("/about", "/about"), ("//evil.example/", "/"), ("https://evil.example", "/")):
            form = urllib.parse.urlencode({"theme": "dark", "back": back}).encode()
            self.assertEqual(location, call("POST", "/theme", form)[1]["Location"])


if __name__ == "__main__":
    unittest.main()
