from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from learning.lessons import PACK, QUIZ
from learning.packs.views import pack
from learning.quizzes.views import quiz
from learning.reading import data, sights
from learning.reading.views import lesson
from sites.drawing.share_card import Label


class CourseForReaders(RoutablePageMixin, models.Model):
    """What readers open below the address of a course, and what it says of itself."""

    class Meta:
        abstract = True

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

    # A slash ends it within Wagtail.
    @path(f"{PACK}/", name="pack")
    def pack(self, request: HttpRequest) -> HttpResponse:
        return pack(self, request)

    @path("<slug:slug>/", name="lesson")
    def lesson(self, request: HttpRequest, slug: str) -> HttpResponse:
        return lesson(self, request, slug)
