from http import HTTPMethod

from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from learning.lessons import MILESTONES, PACK, QUIZ
from learning.packs.views import pack
from learning.quizzes.milestones import milestone
from learning.quizzes.views import quiz
from learning.reading import data, sights
from learning.reading.views import lesson
from learning.reception import received
from sites.drawing.share_card import Label
from sites.models import BasePage


class CourseForReaders(RoutablePageMixin, models.Model):
    """What readers open below the address of a course, and what it says of itself."""

    # Forms of readers: the quiz, practice, and what is counted.
    allowed_http_methods = [*BasePage.allowed_http_methods, HTTPMethod.POST]

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return received(request, lambda: super(CourseForReaders, self).serve(request, *args, **kwargs))

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return context | sights.sights_of(self, request)

    def structured_data(self, request: HttpRequest) -> dict:
        return data.course(self, request)

    def share_label(self) -> Label:
        return Label(self.get_theme_display())

    @path(f"{QUIZ}/", name="quiz")
    def quiz(self, request: HttpRequest) -> HttpResponse:
        return quiz(self, request)

    @path(f"{MILESTONES}/", name="milestones")
    def milestones_of_learners(self, request: HttpRequest) -> HttpResponse:
        return milestone(self, request)

    # A slash ends it within Wagtail.
    @path(f"{PACK}/", name="pack")
    def pack(self, request: HttpRequest) -> HttpResponse:
        return pack(self, request)

    @path("<slug:slug>/", name="lesson")
    def lesson(self, request: HttpRequest, slug: str) -> HttpResponse:
        return lesson(self, request, slug)
