"""The pages of the polls."""

from django.contrib import messages
from django.db import transaction
from django.db.models import F
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from .forms import QuestionForm
from .models import Choice, Question


@require_GET
def index(request):
    """The latest questions."""
    questions = Question.objects.order_by("-published", "-id")[:20]
    return render(request, "polls/index.html", {"questions": questions})  # @index


@require_GET
def detail(request, pk):
    """A question with its choices, to vote on."""
    return render(request, "polls/detail.html", {"question": get_object_or_404(Question, pk=pk)})


@require_POST
def vote(request, pk):
    """Counts a vote, and shows the results by a redirect, so that reloading does not vote again."""
    question = get_object_or_404(Question, pk=pk)
    try:
        choice = question.choices.get(pk=request.POST["choice"])  # @vote
    except (KeyError, ValueError, Choice.DoesNotExist):
        context = {"question": question, "problem": "You did not select a choice."}
        return render(request, "polls/detail.html", context, status=400)
    # The database adds, not Python: two votes at once are two votes.
    question.choices.filter(pk=choice.pk).update(votes=F("votes") + 1)
    messages.success(request, f"You voted for “{choice}”.")
    return redirect("polls:results", pk=question.pk)


@require_GET
def results(request, pk):
    """What was voted."""
    question = get_object_or_404(Question, pk=pk)
    bars = [{"choice": choice, "percent": choice.percent()} for choice in question.choices.all()]
    return render(request, "polls/results.html", {"question": question, "bars": bars})


@require_http_methods(["GET", "POST"])
def new(request):
    """The form for a new question, and what comes of it."""
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            question = Question.objects.create(text=form.cleaned_data["text"])  # @new
            for text in form.cleaned_data["choices"]:
                question.choices.create(text=text)
        messages.success(request, "Your poll is open.")
        return redirect("polls:detail", pk=question.pk)
    return render(request, "polls/new.html", {"form": form}, status=400 if form.errors else 200)


@require_GET
def api(request):
    """All questions with their votes, as JSON."""
    questions = Question.objects.prefetch_related("choices").order_by("id")
    return JsonResponse({"questions": [
        {"id": question.pk, "text": question.text, "published": question.published,
         "choices": [{"id": choice.pk, "text": choice.text, "votes": choice.votes}
                     for choice in question.choices.all()]}
        for question in questions
    ]})
