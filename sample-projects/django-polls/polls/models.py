"""Questions and their choices."""

import datetime

from django.db import models
from django.utils import timezone


class Question(models.Model):
    """Something to vote on."""

    text = models.CharField(max_length=200)
    published = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.text

    def was_published_recently(self):
        """Whether it is less than a day old, and not of the future."""
        now = timezone.now()
        return now - datetime.timedelta(days=1) <= self.published <= now

    def total(self):
        """How many votes there are."""
        return sum(choice.votes for choice in self.choices.all())


class Choice(models.Model):
    """A possible answer, with its votes."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    text = models.CharField(max_length=200)
    votes = models.IntegerField(default=0)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return self.text

    def percent(self):
        """This choice's part of the votes."""
        return round(100 * self.votes / self.question.total())  # @percent
