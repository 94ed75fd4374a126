"""The least that a framework's application can do: its routing, request and response objects are at work."""

from flask import Flask

application = Flask(__name__)


@application.get("/")
def hello():
    """The same answer as `hello.py` gives."""
    return "Hello, world!\n", {"Content-Type": "text/plain"}
