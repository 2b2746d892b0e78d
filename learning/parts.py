"""What a course shows below its own address, under a title of its own: its lessons and its quiz."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import cached_property


class Part:
    """Stands for the page in the head, the trail and the JSON-LD, and has what those ask of a page.

    A part has `course`, `title`, `slug` and `summary`.
    """

    schema_type = "LearningResource"
    open_graph_type = "article"
    seo_title = ""

    def get_url(self, request: HttpRequest | None = None) -> str:
        return f"{self.course.get_url(request)}{self.slug}/"

    @property
    def full_url(self) -> str:
        return f"{self.course.full_url}{self.slug}/"

    @property
    def locale(self):
        return self.course.locale

    @property
    def depth(self) -> int:
        return self.course.depth + 1

    @property
    def depth_below_home(self) -> int:
        return self.course.depth_below_home + 1

    @cached_property
    def open_trail(self) -> list:
        return [*self.course.open_trail, self.course]

    @property
    def heading(self) -> str:
        return f"{self.title} · {self.course.title}"

    @property
    def description(self) -> str:
        return self.summary

    def open_graph(self) -> list[tuple[str, object]]:
        return []

    def in_version(self, course) -> Part | None:
        """The same part of another version of the course; None where that lacks it."""
        raise NotImplementedError

    def structured_data(self, request: HttpRequest) -> dict:
        raise NotImplementedError
