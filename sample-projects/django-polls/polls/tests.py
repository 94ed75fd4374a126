"""The polls, through Django's test client: `manage.py test`."""

from django.test import Client, TestCase

from .first_use import fill
from .models import Choice, Question


class PollsTest(TestCase):
    def setUp(self):
        fill()
        self.question = Question.objects.first()

    def test_a_vote_counts_and_leads_to_the_results(self):
        choice = self.question.choices.first()
        answer = self.client.post(f"/polls/{self.question.pk}/vote/", {"choice": choice.pk}, follow=True)
        self.assertContains(answer, f"You voted for “{choice}”.")
        self.assertContains(answer, "50 %")
        self.assertEqual(2, Choice.objects.get(pk=choice.pk).votes)

    def test_a_vote_needs_a_choice_and_the_token(self):
        address = f"/polls/{self.question.pk}/vote/"
        self.assertEqual(400, self.client.post(address).status_code)
        self.assertEqual(403, Client(enforce_csrf_checks=True).post(address, {"choice": 1}).status_code)

    def test_a_poll_is_opened(self):
        form = {"text": "Tea?", "choices": "yes\n\n no \n"}
        answer = self.client.post("/polls/new/", form, follow=True)
        self.assertContains(answer, "Your poll is open.")
        self.assertEqual(["yes", "no"], [choice.text for choice in Question.objects.last().choices.all()])
        self.assertEqual(400, self.client.post("/polls/new/", {"text": "Tea?", "choices": "yes"}).status_code)

    def test_every_page_answers(self):
        pk = self.question.pk
        for target in ("/polls/", f"/polls/{pk}/", f"/polls/{pk}/results/", "/polls/new/", "/polls/api/"):
            with self.subTest(target):
                self.assertEqual(200, self.client.get(target).status_code)
