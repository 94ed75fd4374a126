"""What Django wants to know of the application."""

from django.apps import AppConfig


class PollsConfig(AppConfig):
    """The polls."""

    name = "polls"
