"""The entry point for WSGI servers."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")
application = get_wsgi_application()

# A convenience of this sample: whoever opens it has polls to vote on, without `manage.py migrate` first.
from polls.first_use import prepare  # noqa: E402 - models can only be imported once Django is set up

prepare()
