"""The addresses. The style sheet is served here too, as there is no web server in front of a sample."""

from django.contrib.staticfiles.urls import staticfiles_urlpatterns
from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="polls:index")),
    path("polls/", include("polls.urls")),
    *staticfiles_urlpatterns(),
]
