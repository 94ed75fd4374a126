"""Makes the database on first use: migrates it, and puts two polls in."""

from django.core.management import call_command
from django.db import connection, transaction

from .models import Question

POLLS = {
    "Which animal should move in next?": ["A crested gecko", "A fire salamander", "Some stick insects"],
    "How do you find your bugs?": ["print()", "A debugger", "Staring at the code", "They find me"],
}


def prepare():
    """Does nothing when the tables are there already; `manage.py migrate` may be called at any time."""
    try:
        if Question._meta.db_table not in connection.introspection.table_names():
            call_command("migrate", verbosity=0, interactive=False)  # @migrate
            fill()
    finally:
        # Connections belong to threads, and this thread need not be one that serves requests.
        connection.close()


@transaction.atomic
def fill():
    """Opens the polls, each choice with a vote."""
    for text, choices in POLLS.items():
        question = Question.objects.create(text=text)
        for choice in choices:
            question.choices.create(text=choice, votes=1)
