from http import HTTPMethod

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from learning import durations
from learning.choices import LICENCE_ADDRESSES
from learning.lessons import MILESTONES, PACK, QUIZ
from learning.packs.views import pack
from learning.quizzes.milestones import milestone
from learning.quizzes.views import quiz
from learning.reading import data, sights, sitemap
from learning.reading.views import lesson
from learning.reception import received
from sites.drawing.share_card import Label
from sites.models import BasePage
from sites.spoken import SpokenLanguage


class CourseForReaders(RoutablePageMixin, models.Model):
    """What readers open below the address of a course, and what it says of itself."""

    # Forms of readers: the quiz, practice, and what is counted.
    allowed_http_methods = [*BasePage.allowed_http_methods, HTTPMethod.POST]

    class Meta:
        abstract = True

    @property
    def spoken_language(self) -> str:
        """Code of the language that it is taught in."""
        return self.language or self.locale.language_code

    @property
    def spoken_language_name(self) -> str:
        return str(SpokenLanguage(self.spoken_language).label)

    @property
    def duration(self) -> str:
        return durations.in_words(self.minutes)

    @property
    def outcome_lines(self) -> list[str]:
        return lines_of(self.outcomes)

    @property
    def source_lines(self) -> list[str]:
        return lines_of(self.sources)

    @property
    def licence_url(self) -> str:
        return LICENCE_ADDRESSES.get(self.licence, "")

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return received(request, lambda: super(CourseForReaders, self).serve(request, *args, **kwargs))

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        return context | sights.sights_of(self, request)

    def structured_data(self, request: HttpRequest) -> dict:
        return data.course(self, request)

    def share_label(self) -> Label:
        return Label(self.get_theme_display())

    def route(self, request: HttpRequest, path_components: list[str]):
        """A course that was to be withdrawn before now takes its lessons along."""
        if self.expire_at and self.expire_at <= timezone.now():
            raise Http404
        return super().route(request, path_components)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict]:
        return super().get_sitemap_urls(request) + sitemap.parts(self, request)

    @classmethod
    def prepare_for_sitemap(cls, pages: list) -> None:
        sitemap.fetch_streams(cls, pages)

    @path("", name="course")
    def course(self, request: HttpRequest) -> HttpResponse:
        """The page itself, answered as one without parts is: it counts as opened."""
        return self.serve(request)

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


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
