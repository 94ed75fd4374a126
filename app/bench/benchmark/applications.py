"""What is served, and which answer is the right one."""

import pathlib
from dataclasses import dataclass

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "applications"
HELLO = b"Hello, world!\n"


@dataclass(frozen=True)
class Application:
    """One application: `module:application` in `folder`; `posted` bytes go with each request, 0 is a GET."""

    name: str
    folder: pathlib.Path
    module: str
    posted: int = 0
    answer: bytes = None

    @property
    def body(self):
        """What a request carries; the same that `drive.lua` sends."""
        return b"v" * self.posted if self.posted else None


MEASURED = {
    application.name: application
    for application in (
        Application("hello", FOLDER, "hello", answer=HELLO),
        Application("flask_hello", FOLDER, "flask_hello", answer=HELLO),
        Application("echo", FOLDER, "echo", posted=20_480, answer=b"v" * 20_480),
    )
}


def guestbook(folder):
    """The sample project that start-up is measured with; `folder` is a copy, since visitors leave things in it."""
    return Application("guestbook", folder, "app")
